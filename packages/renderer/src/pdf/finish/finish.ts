import { inflateSync } from 'node:zlib';
import type { RenderedDocument } from '../../document.ts';
import { markArtifacts } from './artifacts.ts';
import { embedFiles } from './embedded-files.ts';
import { completeCatalog } from './catalog.ts';
import { colourProfile } from './colour-profile.ts';
import { compressedBody, FileWriter, type SmallObject } from './file-writer.ts';
import { describeLinks, type LinkTexts } from './links.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { contentsOf, listPages } from './pages.ts';
import { bodyBytes, bodyText, isStream, textBetween, type PdfSource } from './source.ts';
import { renumberIds } from './struct-ids.ts';
import { mendStructure } from './structure.ts';

/**
 * Turns the browser's PDF into the one that is handed over: same pages, our metadata, nothing of this run in it.
 * What PDF/UA-1 and PDF/A-3 ask beyond the browser is added here.
 */
export function finishPdf(source: PdfSource, document: RenderedDocument, producer: string, links: LinkTexts): Uint8Array {
  const writer = new FileWriter(source.size);
  const [metadataId, profileId] = [writer.newId(), writer.newId()];
  const ids = [...source.spans.keys()];
  const streams = ids.filter((id) => isStream(bodyBytes(source, id)));
  const small = smallObjects(source, ids, new Set(streams));
  small.set(source.infoId, infoDictionary(document, producer));
  mendStructure(small, () => writer.newId());
  describeLinks(small, links);
  const attachments = embedFiles(writer, document.attachments ?? [], document.date);
  const catalog = small.get(source.rootId) ?? '';
  small.set(source.rootId, completeCatalog(catalog, { language: document.language, metadataId, profileId, attachments }));

  const contents = new Set(listPages(source).flatMap((page) => contentsOf(source, page)));
  for (const id of streams) writer.addStreamBody(id, streamOf(source, id, contents.has(id)));
  writer.addStream(metadataId, '/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(document, producer), 'utf8'));
  writer.addStreamBody(profileId, compressedBody('/N 3', colourProfile()));
  writer.addSmall(Array.from(small, ([id, body]): SmallObject => ({ id, body })));
  return writer.finish(source.rootId, source.infoId);
}

function smallObjects(source: PdfSource, ids: number[], streams: ReadonlySet<number>): Map<number, string> {
  const bodies = ids.filter((id) => !streams.has(id)).map((id) => ({ id, body: bodyText(source, id).trimEnd() }));
  const renumber = renumberIds(bodies.map(({ body }) => body));
  return new Map(bodies.map(({ id, body }) => [id, renumber(body)]));
}

function streamOf(source: PdfSource, id: number, isPageContent: boolean): Buffer {
  const body = bodyBytes(source, id);
  const trimmed = body.subarray(0, body.lastIndexOf('endstream', body.length, 'latin1') + 'endstream'.length);
  return isPageContent ? markedContent(trimmed) : trimmed;
}

// Skia leaves very short streams uncompressed.
function markedContent(body: Buffer): Buffer {
  const head = /^<<(\/Filter \/FlateDecode\s+)?\/Length (\d+)>> stream\r?\n/.exec(textBetween(body, 0, 120));
  if (!head) throw new Error('the browser wrote a page content stream in an unknown way');
  const data = body.subarray(head[0].length, head[0].length + Number(head[2]));
  const content = head[1] === undefined ? data : inflateSync(data);
  return compressedBody('', Buffer.from(markArtifacts(content.toString('latin1')), 'latin1'));
}
