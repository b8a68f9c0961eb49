import type { Brand } from '@iam-dossier/core/brand';

const sizes = { A4: { width: '210mm', height: '297mm' }, Letter: { width: '215.9mm', height: '279.4mm' } } as const;

/** The size of printed pages, as a rule of its own: a page takes no custom properties. */
export function paperStyle(brand: Brand | undefined): string {
  const paper = brand?.paper ?? 'A4';
  const { width, height } = sizes[paper];
  return `:root { --page-width: ${width}; --page-height: ${height} }\n@page { size: ${width} ${height} }\n@page cover { size: ${width} ${height} }`;
}
