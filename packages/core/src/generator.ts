/** What writes into the `generator` member of every contract. The version is that of all packages, kept equal by a test. */
export const generator = { name: 'iam-dossier', version: '0.1.0' } as const;
