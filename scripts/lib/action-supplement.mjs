// Actions that policies still name and the action data has dropped or never had. Added only where the data lacks them.
// Source: the lists of privilege escalation paths named in docs/guides/verdicts.md.
export const supplement = {
  codestar: {
    name: 'AWS CodeStar',
    actions: [
      { name: 'AssociateTeamMember', accessLevel: 'Permissions management' },
      { name: 'CreateProject', accessLevel: 'Permissions management' },
      { name: 'CreateProjectFromTemplate', accessLevel: 'Permissions management' },
    ],
  },
  datapipeline: {
    name: 'AWS Data Pipeline',
    actions: [
      { name: 'ActivatePipeline', accessLevel: 'Write' },
      { name: 'CreatePipeline', accessLevel: 'Write' },
      { name: 'PutPipelineDefinition', accessLevel: 'Write' },
    ],
  },
};
