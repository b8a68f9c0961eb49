/** Whether an operating system left a file of this name by itself. `.` and `..` are places, not names. */
export function isHidden(name: string): boolean {
  return name.split(/[\\/]/).some((segment) => (segment.startsWith('.') && !/^\.\.?$/.test(segment)) || segment === '__MACOSX');
}
