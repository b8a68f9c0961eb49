import Handlebars from 'handlebars';

const block = String.raw`<\/?(?:article|aside|caption|d[dlt]|div|fig(?:ure|caption)|h[1-6]|header|li|main|nav|ol|p|section|t(?:able|body|[dhr]|head)|ul)`;
const afterBlock = new RegExp(String.raw`(${block}(?:\s[^<>]*)?>)\n+`, 'g');
const beforeBlock = new RegExp(String.raw`\n+(?=${block}[\s>])`, 'g');

/** The same template without line ends beside blocks: they show nothing, but a browser keeps a node for each, thousands of times. */
export function lean(program: hbs.AST.Program): hbs.AST.Program {
  new Trimmer().accept(program);
  return program;
}

class Trimmer extends Handlebars.Visitor {
  override ContentStatement(content: hbs.AST.ContentStatement): void {
    content.value = content.value.replace(afterBlock, '$1').replace(beforeBlock, '');
  }
}
