import Handlebars from 'handlebars';

// The only place where text becomes markup. Whatever is not made here is escaped by the engine.

/** Lets finished HTML of our own through the engine. */
export function trusted(html: string): Handlebars.SafeString {
  return new Handlebars.SafeString(html);
}

/** Text that may break after the marks of ARNs, paths and addresses, though not within a number or a time. */
export function breakable(text: unknown): Handlebars.SafeString {
  const parts = String(text).split(/(?<=[:/@_.,+=-])(?<!\d[:.,-](?=\d))(?=[^:/-])/);
  return trusted(parts.map((part) => Handlebars.escapeExpression(part)).join('<wbr>'));
}

/** Text whose dates are not broken at their hyphens, as browsers would. */
export function whole(text: unknown): Handlebars.SafeString {
  return trusted(Handlebars.escapeExpression(String(text)).replace(/\b\d{4}-\d{2}-\d{2}\b/g, '<span class="nowrap">$&</span>'));
}
