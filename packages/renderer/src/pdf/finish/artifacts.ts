const opensContent = /B(?:DC|MC)$/;
const closesContent = /(?:^|\s)EMC$/;
const startsPath = /\s(?:m|re)$/;
const paintsPath = /^(?:f\*?|F|S|s|B\*?|b\*?)$/;
const dropsPath = /(?:^|\s)n$/;
const drawsWhole = /\s(?:Do|sh)$/;
const begin = '/Artifact BMC';
const end = 'EMC';

/**
 * Marks what a page draws outside tagged content (page margins, rules, backgrounds) as Artifact, so that assistive
 * software skips it. Relies on Skia's layout: one operator at the end of each line.
 */
export function markArtifacts(content: string): string {
  const out: string[] = [];
  let depth = 0;
  let path = -1;
  for (const line of content.split('\n')) {
    const operator = line.trimEnd();
    if (opensContent.test(operator)) depth++;
    else if (closesContent.test(operator)) depth--;
    else if (depth === 0) path = markLine(out, operator, path);
    out.push(line);
    if (depth === 0 && endsArtifact(operator, path)) {
      out.push(end);
      path = -1;
    }
  }
  return out.join('\n');
}

// Gives back where the open path began, or -1. A path is only marked once it is known to be painted.
function markLine(out: string[], operator: string, path: number): number {
  if (operator === 'BT' || drawsWhole.test(operator)) out.push(begin);
  else if (path < 0 && startsPath.test(operator)) return out.length;
  else if (dropsPath.test(operator)) return -1;
  else if (path >= 0 && paintsPath.test(operator)) out.splice(path, 0, begin);
  return path;
}

function endsArtifact(operator: string, path: number): boolean {
  return operator === 'ET' || drawsWhole.test(operator) || (path >= 0 && paintsPath.test(operator));
}
