/** Words that stand where an answer should: AWS's reviewers reject them. English, Spanish and Portuguese. */
const EMPTY =
  /^\W*(n\s*[/.]?\s*[ad]|not applicable|no aplica|não (se )?aplic\w*|none|nothing|ninguna?|nenhuma?|yes|s[ií]|sim|no|não|ok|done|compliant|implemented|tbd|tba|to be (defined|done|added)|to[ -]?do|fix ?me|x{3,}|lorem ipsum.*|placeholder|your text( here)?|pending|pendiente|pendente|por definir|a definir|see (above|below|sop|attached)|same as (above|before|customer.*)|\W*)\W*$/i;
/** Who did it is not what was done: the partner must hold the practice. */
const OTHERS =
  /^\W*(this is |it is |done |handled |managed )?(by )?(the )?(customer|client)(’s|'s)? ?(own )?(security |it |cloud )?(team|staff|department)? ?(did|does|handles?|manages?|takes care of|is responsible for|administers?)? ?(it|this|that|everything|iam|access|identities|accounts|this part)?( (on|by) (its|their|his) own)?\W*$/i;
/** What AWS's reviewers reject any reference to. */
const LONG_TERM =
  /\b(access keys?|secret keys?|api keys?|long[- ]?(term|lived) (access )?(keys?|credentials?|tokens?)|(static|permanent) (access )?(keys?|credentials?)|shared (users?|accounts?|credentials?|logins?|passwords?)|(claves?|llaves?) de acceso|chaves? de acesso|credenciales? (de larga duración|permanentes|compartidas)|credencia(l|is) (de longa duração|permanentes|compartilhadas))(?!\p{L})/iu;
/** Words by which a sentence denies what it names. */
const DENIAL =
  /(?<!\p{L})(no|not|nobody|none|never|without|neither|nor|avoid\w*|forbid\w*|forbidden|prohibit\w*|banned|disallow\w*|disabled?|remov\w*|delet\w*|eliminat\w*|replac\w*|retir\w*|revok\w*|instead of|rather than|cannot|can’t|can't|don’t|don't|does(n’t|n't)|aren’t|aren't|nunca|jamás|jamais|sin|sem|não|ningun[ao]?|nenhuma?|nadie|ninguém|prohib\w*|proib\w*|elimin\w*|en lugar de|em vez de)(?!\p{L})/iu;

export function saysNothing(text: string): boolean {
  return EMPTY.test(text) || OTHERS.test(text);
}

/** Words on long-term or shared credentials in a text. `denied`: every sentence that has them denies their use. */
export interface LongTermWords {
  words: string;
  denied: boolean;
}

export function longTermWords(text: string): LongTermWords | undefined {
  const found = sentences(text).flatMap((sentence) => {
    const words = LONG_TERM.exec(sentence)?.[0].toLowerCase();
    return words === undefined ? [] : [{ words, denied: DENIAL.test(sentence) }];
  });
  return found.find((entry) => !entry.denied) ?? found[0];
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n{2,}/);
}
