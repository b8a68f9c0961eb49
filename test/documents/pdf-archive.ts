import { catalogOf, infoOf, references, referencesAt, textAt, type PdfObjects } from './pdf-objects.ts';

const forbidden = [
  'JavaScript',
  'JS',
  'Launch',
  'OpenAction',
  'AA',
  'Encrypt',
  'LZWDecode',
  'RichMedia',
  'Movie',
  'Sound',
  'XFA',
  'TR',
  'HTP',
  'OPI',
];
const actions = new Set(['URI', 'GoTo']);

/** What PDF/A-3 at level U (ISO 19005-3) asks and this PDF lacks, as far as it can be read from the file. Empty when nothing. */
export function archiveProblems(pdf: PdfObjects): string[] {
  return [
    ...fileProblems(pdf),
    ...fontProblems(pdf),
    ...colourProblems(pdf),
    ...metadataProblems(pdf),
    ...attachmentProblems(pdf),
    ...annotationProblems(pdf),
  ];
}

function fileProblems({ header, trailer, bodies }: PdfObjects): string[] {
  // Roles of the structure have names of their own, such as TR.
  const all = [...bodies.values()]
    .filter((body) => !/\/Type ?\/StructElem\b/.test(body))
    .join('\n')
    .replace(/<FEFF[0-9A-F]*>|\((?:\\.|[^\\)])*\)/g, '');
  return [
    // oxlint-disable-next-line no-control-regex
    ...(/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(header) ? [] : ['header']),
    ...(/\/ID ?\[<[0-9a-f]{32}>/i.test(trailer) ? [] : ['no file identifier']),
    ...forbidden.filter((name) => new RegExp(`/${name}\\b`).test(all + trailer)).map((name) => `/${name} is not allowed`),
    ...(/\/Interpolate true/.test(all) ? ['interpolated image'] : []),
    ...(/\/DeviceCMYK\b/.test(all) ? ['colours that the output intent does not describe'] : []),
  ];
}

function fontProblems({ bodies, streams }: PdfObjects): string[] {
  return [...bodies.values()].flatMap((body) => {
    if (/\/Type ?\/FontDescriptor\b/.test(body))
      return streams.has(referencesAt(body, 'FontFile[23]?')[0] ?? -1) ? [] : ['font that is not embedded'];
    if (/\/Subtype ?\/Type0\b/.test(body)) return streams.has(referencesAt(body, 'ToUnicode')[0] ?? -1) ? [] : ['font without Unicode values'];
    if (/\/Subtype ?\/CIDFontType2\b/.test(body)) return /\/CIDToGIDMap\b/.test(body) ? [] : ['font without a map of its glyphs'];
    if (/\/Type ?\/Font\b/.test(body) && !/\/Subtype ?\/(Type3|CIDFontType0)\b/.test(body)) return ['font of another kind'];
    return [];
  });
}

function colourProblems(pdf: PdfObjects): string[] {
  const intent = /\/OutputIntents ?\[<<([\s\S]*?)>>\]/.exec(catalogOf(pdf))?.[1] ?? '';
  const profileId = referencesAt(intent, 'DestOutputProfile')[0] ?? -1;
  const profile = pdf.streams.get(profileId);
  if (!/\/S ?\/GTS_PDFA1\b/.test(intent) || !profile) return ['no output intent'];
  const whole = profile.readUInt32BE(0) === profile.length && profile.toString('latin1', 36, 40) === 'acsp';
  const fits = profile.toString('latin1', 16, 20) === 'RGB ' && /\/N 3\b/.test(pdf.bodies.get(profileId) ?? '');
  return [...(whole ? [] : ['broken colour profile']), ...(fits ? [] : ['colour profile that is not RGB'])];
}

/** What the information dictionary says is in the XMP packet, word for word. */
function metadataProblems(pdf: PdfObjects): string[] {
  const metadata = referencesAt(catalogOf(pdf), 'Metadata')[0] ?? -1;
  const xmp = pdf.streams.get(metadata)?.toString('utf8') ?? '';
  if (/\/Filter\b/.test(pdf.bodies.get(metadata) ?? '')) return ['compressed metadata'];
  const info = infoOf(pdf);
  const within = (name: string) => plain(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? '');
  const pairs = {
    Title: 'dc:title',
    Author: 'dc:creator',
    Subject: 'dc:description',
    Keywords: 'pdf:Keywords',
    Producer: 'pdf:Producer',
    Creator: 'xmp:CreatorTool',
  };
  const dates = { CreationDate: 'xmp:CreateDate', ModDate: 'xmp:ModifyDate' };
  const date = (key: string) => new RegExp(`/${key} \\(D:(\\d{4})(\\d{2})(\\d{2})000000Z\\)`).exec(info)?.slice(1).join('-');
  return [
    ...Object.entries(pairs).flatMap(([key, name]) => (textAt(info, key) === within(name) ? [] : [`${key} is not ${name}`])),
    ...Object.entries(dates).flatMap(([key, name]) => (`${date(key)}T00:00:00Z` === within(name) ? [] : [`${key} is not ${name}`])),
    ...(within('pdfaid:part') === '3' && within('pdfaid:conformance') === 'U' ? [] : ['does not say that it is PDF/A-3U']),
    ...(within('pdfuaid:part') === '1' ? [] : ['does not say that it is PDF/UA-1']),
    ...(within('pdfaSchema:namespaceURI') === 'http://www.aiim.org/pdfua/ns/id/' ? [] : ['does not describe the properties of PDF/UA']),
  ];
}

const entities: Record<string, string> = { 'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', '#39': "'" };

function plain(xml: string): string {
  return xml.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

function attachmentProblems(pdf: PdfObjects): string[] {
  const catalog = catalogOf(pdf);
  const associated = new Set(referencesAt(catalog, 'AF'));
  const named = new Set(references(/\/EmbeddedFiles ?<<[\s\S]*?\]/.exec(catalog)?.[0] ?? ''));
  return [...pdf.bodies].flatMap(([id, body]) => {
    if (/\/Type ?\/EmbeddedFile\b/.test(body)) {
      return /\/Subtype ?\/\w+#2F/.test(body) && /\/ModDate ?\(D:\d{14}Z\)/.test(body) ? [] : ['attached file without a type or a date'];
    }
    if (!/\/Type ?\/Filespec\b/.test(body)) return [];
    return [
      ...(associated.has(id) && named.has(id) ? [] : ['attached file that the document does not name']),
      ...(textAt(body, 'F') && textAt(body, 'F') === textAt(body, 'UF') ? [] : ['attached file without a name']),
      ...(/\/AFRelationship ?\/(Source|Data|Alternative|Supplement|Unspecified)\b/.test(body) ? [] : ['attached file without a relationship']),
    ];
  });
}

/** Annotations are printed and not hidden; actions lead somewhere and do nothing. */
function annotationProblems({ bodies }: PdfObjects): string[] {
  return [...bodies.values()].flatMap((body) => {
    if (!/\/Type ?\/Annot\b/.test(body)) return [];
    const action = /\/Type ?\/Action\s*\/S ?\/(\w+)/.exec(body)?.[1];
    return [
      ...(/\/F 4\b/.test(body) ? [] : ['annotation that is not printed']),
      ...(action === undefined || actions.has(action) ? [] : [`action ${action}`]),
    ];
  });
}
