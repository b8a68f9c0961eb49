/** What the services tell of people, and nobody who writes evidence needs. */
export const personal = {
  email: 'casey.personal@example.com',
  phone: '+1 555 0100 4242',
  street: '42 Personal Lane',
  name: 'Casey Personal',
} as const;
