import { grouped } from './format.ts';

/** Fields of work, as they stand in functions. A service in none of them stands for itself. */
const areaNames = {
  'EC2': 'EC2',
  'S3': 'S3',
  'file storage': 'file storage',
  'container': 'container',
  'Lambda': 'Lambda',
  'database': 'database',
  'network': 'network',
  'security': 'security',
  'identity': 'identity',
  'billing': 'billing',
  'deployment': 'deployment',
  'messaging': 'messaging',
  'analytics': 'analytics',
  'machine learning': 'machine learning',
  'monitoring': 'monitoring',
  'systems management': 'systems management',
  'role assumption': 'role assumption',
} as const;

/** What a principal is for, from what it is granted. */
export const functionWords = {
  'administrator': 'administrator',
  'power': 'power user: changes nearly every service',
  'broad-operator': 'operator of {count} areas',
  'operator-1': '{first#area} operator',
  'operator-2': '{first#area} and {second#area} operator',
  'operator-3': '{first#area}, {second#area} and {third#area} operator',
  'operator-reader-1': '{first#area} operator, reads {count} more services',
  'operator-reader-2': '{first#area} and {second#area} operator, reads {count} more services',
  'operator-reader-3': '{first#area}, {second#area} and {third#area} operator, reads {count} more services',
  'broad-reader': 'read-only, {count} services',
  'nearly-reader': 'reads {count} services; {changes} of {total} actions {changes|changes|change} something',
  'reader-1': '{first#area} reader',
  'reader-2': '{first#area} and {second#area} reader',
  'reader-3': '{first#area}, {second#area} and {third#area} reader',
  'own': 'own sign-in only',
  'none': 'no permissions',
  'unknown': 'not known',
  ...grouped('area', areaNames),
} as const;
