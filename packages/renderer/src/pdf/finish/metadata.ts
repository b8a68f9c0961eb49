import { createHash } from 'node:crypto';
import { DossierError } from '@iam-dossier/core/errors';
import type { RenderedDocument } from '../../document.ts';
import { xmlText } from '../../xml-text.ts';
import { pdfText } from './text-string.ts';

const creator = 'iam-dossier';

/** The document information dictionary. `producer` names the browser build that drew the pages. */
export function infoDictionary(document: RenderedDocument, producer: string): string {
  const texts = {
    Title: document.title,
    Author: document.author,
    Subject: document.subject,
    Keywords: document.keywords,
    Creator: creator,
    Producer: producer,
  };
  const date = pdfDate(dateOf(document));
  const entries = Object.entries(texts).map(([name, text]) => `/${name} ${pdfText(text)}`);
  return `<<${[...entries, `/CreationDate ${date}`, `/ModDate ${date}`].join('\n')}>>`;
}

/** A PDF date of a day written `YYYY-MM-DD`. */
export function pdfDate(date: string): string {
  return `(D:${date.replaceAll('-', '')}000000Z)`;
}

/** The same facts as XMP (ISO 16684-1), with a document id made from the content. */
export function xmpPacket(document: RenderedDocument, producer: string): string {
  const date = `${dateOf(document)}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(document.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xmlText(document.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(document.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${xmlText(document.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${xmlText(document.keywords)}</pdf:Keywords>
<pdf:Producer>${xmlText(producer)}</pdf:Producer>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmpMM:DocumentID>${documentId(document)}</xmpMM:DocumentID>
</rdf:Description>
${standards}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

// PDF/A knows no property of PDF/UA, so the packet describes that one itself.
const standards = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function documentId(document: RenderedDocument): string {
  const hex = createHash('sha256')
    .update(document.printHtml ?? document.html)
    .digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return `uuid:${parts.join('-')}`;
}

// Both are written into PDF syntax as they are.
function dateOf(document: RenderedDocument): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(document.date)) return document.date;
  throw new DossierError('input-invalid', `${document.name}: the document date is not written YYYY-MM-DD`);
}
