/** What a principal is for, from what it is granted. */
export const functionWords = {
  'administrator': 'administrator',
  'power': 'power user: changes nearly every service',
  'broad-operator': 'operator of {count} areas',
  'operator-1': '{first} operator',
  'operator-2': '{first} and {second} operator',
  'operator-3': '{first}, {second} and {third} operator',
  'operator-reader-1': '{first} operator, reads {count} more services',
  'operator-reader-2': '{first} and {second} operator, reads {count} more services',
  'operator-reader-3': '{first}, {second} and {third} operator, reads {count} more services',
  'broad-reader': 'read-only, {count} services',
  'reader-1': '{first} reader',
  'reader-2': '{first} and {second} reader',
  'reader-3': '{first}, {second} and {third} reader',
  'own': 'own sign-in only',
  'none': 'no permissions',
  'unknown': 'not known',
} as const;
