/** A sentence that wants to be in the text: where it stands, and how much it matters (0 first). */
export interface Piece {
  /** Which run of sentences it belongs to; a run is cut at its end, never in its middle. */
  run: string;
  priority: number;
  text: string;
}

const longestSentence = 45;

/** The first words of a text; a mark says where it was cut. */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length <= most ? words.join(' ') : `${words.slice(0, most - 1).join(' ')} …`;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Sentences of a text, each of at most so many words. */
export function sentencesOf(text: string): string[] {
  const whole = text.split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}\p{N}"“(])/u).filter((sentence) => sentence !== '');
  return whole.map((sentence) => firstWords(sentence, longestSentence));
}

/** The pieces that fit into so many words, the important ones first; their order is kept. `cut`: runs that lost their end. */
export function piecesWithin(pieces: readonly Piece[], most: number): { kept: Piece[]; cut: Set<string> } {
  let room = most;
  const cut = new Set<string>();
  const kept = new Set<Piece>();
  const byPriority = pieces.map((piece, index) => ({ piece, index })).sort((a, b) => a.piece.priority - b.piece.priority || a.index - b.index);
  for (const { piece } of byPriority) {
    const words = countWords(piece.text);
    if (cut.has(piece.run) || words > room) {
      cut.add(piece.run);
      continue;
    }
    kept.add(piece);
    room -= words;
  }
  return { kept: pieces.filter((piece) => kept.has(piece)), cut };
}
