import { catalogOf, referencesAt, textAt, type PdfObjects } from './pdf-objects.ts';

const standardRoles = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);
const rows = ['TR'];
const childrenOf: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
};
const parentsOf: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI'],
};

interface Element {
  id: number;
  body: string;
  role: string;
  kids: number[];
}

/** What PDF/UA-1 (ISO 14289-1) asks and this PDF lacks, as far as it can be read from the file. Empty when nothing. */
export function accessibilityProblems(pdf: PdfObjects): string[] {
  const elements = elementsOf(pdf);
  return [
    ...catalogProblems(pdf),
    ...treeProblems(elements),
    ...headingProblems(pdf, elements),
    ...linkProblems(pdf, elements),
    ...drawingProblems(pdf),
  ];
}

function elementsOf({ bodies }: PdfObjects): Map<number, Element> {
  const found = [...bodies].flatMap(([id, body]): [number, Element][] => {
    if (!/\/Type ?\/StructElem\b/.test(body)) return [];
    return [[id, { id, body, role: /\/S ?\/(\w+)/.exec(body)?.[1] ?? '', kids: referencesAt(body, 'K') }]];
  });
  return new Map(found);
}

function catalogProblems(pdf: PdfObjects): string[] {
  const catalog = catalogOf(pdf);
  const root = pdf.bodies.get(referencesAt(catalog, 'StructTreeRoot')[0] ?? -1) ?? '';
  const mapped = new Map(Array.from((/\/RoleMap ?<<([\s\S]*?)>>/.exec(root)?.[1] ?? '').matchAll(/\/(\w+) \/(\w+)/g), ([, from, to]) => [from, to]));
  const roles = new Set([...elementsOf(pdf).values()].map(({ role }) => role));
  const unknown = [...roles].filter((role) => !standardRoles.has(role) && !standardRoles.has(mapped.get(role) ?? ''));
  return [
    ...(/\/Marked true/.test(catalog) ? [] : ['is not marked as tagged']),
    ...(textAt(catalog, 'Lang') ? [] : ['has no language']),
    ...(/\/DisplayDocTitle true/.test(catalog) ? [] : ['does not show its title']),
    ...unknown.map((role) => `role ${role} is not known to PDF 1.7`),
  ];
}

function treeProblems(elements: ReadonlyMap<number, Element>): string[] {
  const known = new Map([...elements.values()].flatMap(({ id, kids }) => kids.map((kid) => [kid, id] as const)));
  return [...elements.values()].flatMap(({ id, body, role, kids }) => {
    const parent = elements.get(known.get(id) ?? -1);
    const named = parent && referencesAt(body, 'P')[0] !== parent.id ? [`${role} names another parent than the one it is in`] : [];
    const wrong = kids.flatMap((kid) => {
      const child = elements.get(kid)?.role;
      return child === undefined || (childrenOf[role] ?? [child]).includes(child) ? [] : [`${child} in ${role}`];
    });
    const misplaced = (parentsOf[role] ?? [parent?.role ?? '']).includes(parent?.role ?? '') ? [] : [`${role} in ${parent?.role ?? 'nothing'}`];
    const alone = role === 'Figure' && !/\/Alt\b/.test(body) ? ['Figure without a text'] : [];
    const scope = role === 'TH' && !/\/Scope ?\/(Row|Column|Both)/.test(body) ? ['TH without Scope'] : [];
    return [...named, ...wrong, ...misplaced, ...alone, ...scope];
  });
}

function headingProblems(pdf: PdfObjects, elements: ReadonlyMap<number, Element>): string[] {
  const levels: number[] = [];
  const walk = (id: number): void => {
    const element = elements.get(id);
    if (!element) return;
    const level = /^H(\d)$/.exec(element.role)?.[1];
    if (level !== undefined) levels.push(Number(level));
    element.kids.forEach(walk);
  };
  const root = pdf.bodies.get(referencesAt(catalogOf(pdf), 'StructTreeRoot')[0] ?? -1) ?? '';
  referencesAt(root, 'K').forEach(walk);
  if (levels[0] !== 1) return ['the first heading is not of level 1'];
  return levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? [`heading of level ${level} after ${levels[index - 1]}`] : []));
}

function linkProblems({ bodies }: PdfObjects, elements: ReadonlyMap<number, Element>): string[] {
  const links = [...bodies].filter(([, body]) => /\/Subtype ?\/Link\b/.test(body));
  const inTree = new Set([...elements.values()].filter(({ role }) => role === 'Link').flatMap(({ body }) => objectsIn(body)));
  const pages = [...bodies.values()].filter((body) => /\/Type ?\/Page\b/.test(body) && /\/Annots\b/.test(body) && !/\/Tabs ?\/S\b/.test(body));
  return [
    ...links.flatMap(([id, body]) => [
      ...(textAt(body, 'Contents') ? [] : ['link without a description']),
      ...(inTree.has(id) && /\/StructParent \d+/.test(body) ? [] : ['link outside the structure']),
    ]),
    ...pages.map(() => 'page whose links are not in the order of its structure'),
  ];
}

function objectsIn(body: string): number[] {
  return Array.from(body.matchAll(/\/Obj (\d+) 0 R/g), ([, id]) => Number(id));
}

/** Everything drawn is content of the structure or an artifact. */
function drawingProblems({ bodies, streams }: PdfObjects): string[] {
  const pages = [...bodies.values()].filter((body) => /\/Type ?\/Page\b/.test(body));
  return pages.flatMap((page, index) => {
    let depth = 0;
    const content = referencesAt(page, 'Contents').map((id) => streams.get(id)?.toString('latin1') ?? '');
    const bare = content
      .join('\n')
      .split('\n')
      .filter((line) => {
        if (/B(DC|MC)$/.test(line)) depth++;
        if (/(^|\s)EMC$/.test(line)) depth--;
        return depth === 0 && /(Tj|TJ|\sDo|\ssh)$|^(f\*?|S|s|B\*?|b\*?)$/.test(line);
      });
    return [
      ...bare.map(() => `something drawn outside the structure on page ${index + 1}`),
      ...(depth === 0 ? [] : [`open mark on page ${index + 1}`]),
    ];
  });
}
