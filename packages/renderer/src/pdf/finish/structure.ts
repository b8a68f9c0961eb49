/** Objects of a PDF that are no streams, by number; changed in place. */
export type SmallObjects = Map<number, string>;

/** Roles the browser writes that PDF 1.7 does not know, and the nearest that it knows. */
const roles = '/RoleMap <</Strong /Span\n/Em /Span>>';

const isElement = /^<<\/Type \/StructElem\s/;
const roleOf = /\/S \/(\w+)/;
const kidsOf = /\/K (\[[^\]]*\]|\d+ 0 R)/;

/** Brings the browser's structure tree to what PDF/UA-1 asks: known roles, and list items made of a label and a body. */
export function mendStructure(objects: SmallObjects, newId: () => number): void {
  for (const [id, body] of objects) {
    if (body.startsWith('<</Type /StructTreeRoot')) objects.set(id, body.replace(/>>$/, `\n${roles}>>`));
    else if (isElement.test(body) && roleOf.exec(body)?.[1] === 'LI') mendItem(objects, id, body, newId);
  }
}

function mendItem(objects: SmallObjects, id: number, item: string, newId: () => number): void {
  const listed = kidsOf.exec(item);
  const kids = Array.from((listed?.[1] ?? '').matchAll(/(\d+) 0 R/g), ([, kid]) => Number(kid));
  const role = (kid: number) => roleOf.exec(objects.get(kid) ?? '')?.[1];
  const labels = kids.filter((kid) => role(kid) === 'Lbl');
  const content = kids.filter((kid) => role(kid) !== 'Lbl');
  const [only] = content;
  if (only === undefined || role(only) === 'LBody') return;
  if (content.length === 1 && role(only) === 'NonStruct') {
    objects.set(only, (objects.get(only) ?? '').replace('/S /NonStruct', '/S /LBody'));
    return;
  }
  const bodyId = newId();
  for (const kid of content) objects.set(kid, (objects.get(kid) ?? '').replace(/\/P \d+ 0 R/, `/P ${bodyId} 0 R`));
  objects.set(bodyId, `<</Type /StructElem\n/S /LBody\n/P ${id} 0 R\n/K [${references(content)}]>>`);
  objects.set(id, item.replace(kidsOf, `/K [${references([...labels, bodyId])}]`));
}

function references(ids: readonly number[]): string {
  return ids.map((id) => `${id} 0 R`).join(' ');
}
