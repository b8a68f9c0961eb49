export { coverView, footerOf, type CoverParts, type LabelledText } from './cover.ts';
