import type { Snapshot } from '@iam-dossier/core/snapshot';
import { awsAccount, wholeAccount, type RawStatement } from '../../packages/evaluator/src/testing/aws.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../../packages/evaluator/src/testing/report.test-helper.ts';

/** One policy each, held by a user and by a role of the name: which actions, on everything. */
const grants: Readonly<Record<string, readonly string[]>> = {
  'privesc1': ['iam:CreatePolicyVersion'],
  'privesc2': ['iam:SetDefaultPolicyVersion'],
  'privesc3': ['iam:PassRole', 'ec2:DescribeInstances', 'ec2:RunInstances', 'ec2:CreateKeyPair', 'ec2:AssociateIamInstanceProfile'],
  'privesc4': ['iam:CreateAccessKey'],
  'privesc5': ['iam:CreateLoginProfile'],
  'privesc6': ['iam:UpdateLoginProfile'],
  'privesc7': ['iam:AttachUserPolicy'],
  'privesc8': ['iam:AttachGroupPolicy'],
  'privesc9': ['iam:AttachRolePolicy'],
  'privesc10': ['iam:PutUserPolicy'],
  'privesc11': ['iam:PutGroupPolicy'],
  'privesc12': ['iam:PutRolePolicy'],
  'privesc13': ['iam:AddUserToGroup'],
  'privesc14': ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'],
  'privesc15': ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
  'privesc16': ['iam:PassRole', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  'privesc17': ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
  'privesc18': ['glue:CreateDevEndpoint', 'glue:GetDevEndpoint', 'iam:PassRole'],
  'privesc19': ['glue:UpdateDevEndpoint', 'glue:GetDevEndpoint'],
  'privesc20': ['iam:PassRole', 'cloudformation:CreateStack', 'cloudformation:DescribeStacks'],
  'privesc21': ['iam:PassRole', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
  'update-stack': ['cloudformation:UpdateStack', 'cloudformation:DescribeStacks'],
  'build': ['codebuild:CreateProject', 'codebuild:StartBuild', 'codebuild:StartBuildBatch', 'iam:PassRole', 'iam:ListRoles'],
  'instance-connect': ['ec2:DescribeInstances', 'ec2-instance-connect:SendSSHPublicKey', 'ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
  'notebook': [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
    'sagemaker:List*',
    'iam:PassRole',
    'iam:ListRoles',
  ],
  'notebook-url': ['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:ListNotebookInstances'],
  'processing': ['sagemaker:CreateProcessingJob', 'iam:PassRole'],
  'training': ['sagemaker:CreateTrainingJob', 'iam:PassRole'],
  'send-command': ['ec2:DescribeInstances', 'ssm:listCommands', 'ssm:listCommandInvocations', 'ssm:sendCommand'],
  'start-session': ['ec2:DescribeInstances', 'ssm:StartSession', 'ssm:DescribeSessions', 'ssm:TerminateSession', 'ssm:ResumeSession'],
};

const issued = (operator: string) => ({ [operator]: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } });
const version = (others: Partial<RawStatement>): RawStatement => ({ Action: 'iam:CreatePolicyVersion', ...others });
/** Cases that test how tools read policies: `fn` for those often missed, `fp` for those told without cause. */
const traps: Readonly<Record<string, readonly RawStatement[][]>> = {
  'fn1-two-policies': [[{ Action: ['ec2:DescribeInstances', 'ec2:RunInstances'] }], [{ Action: 'iam:PassRole' }]],
  'fn2-own-name': [[version({ Resource: 'arn:aws:iam::*:policy/fn2-*' })]],
  'fn3-condition': [[version({ Condition: issued('DateGreaterThan') })]],
  'fn4-not-action': [[{ NotAction: ['iam:Update*', 'iam:Create*', 'iam:Attach*'] }]],
  'fp1-denied': [[{ Action: 'iam:*' }, { Effect: 'Deny', Action: 'iam:*' }]],
  'fp2-denied-apart': [[{ Action: '*' }], [{ Effect: 'Deny', Action: '*' }]],
  'fp3-deny': [[{ Effect: 'Deny', Action: 'iam:*' }]],
  'fp4-aws-owned': [[version({ Resource: 'arn:aws:iam::aws:policy/fp4-*' })]],
  'fp5-condition': [[version({ Condition: issued('DateLessThan') })]],
};

const groups: Readonly<Record<string, string>> = { privesc8: 'eight', privesc11: 'eleven', sre: 'sre' };
const services = ['lambda', 'eks', 'sagemaker', 'datapipeline', 'ec2', 'glue', 'cloudformation', 'ecs-tasks', 'elasticbeanstalk', 'codebuild'];

/** The account of BishopFox/iam-vulnerable (MIT) at 0f298666, its modules without cost in force, in names of our own. */
export function labAccount(): Snapshot {
  const aws = awsAccount();
  const policyOf = (name: string, statements: readonly RawStatement[]) => aws.policy(aws.arn('policy', `/${name}`), [...statements]);
  const deployer = [{ Principal: { AWS: aws.arn('user', '/deployer') } }];
  const cases: [string, readonly (readonly RawStatement[])[]][] = [
    ...Object.entries(grants).map(([name, Action]): [string, RawStatement[][]] => [name, [[{ Action: [...Action] }]]]),
    ...Object.entries(traps),
  ];
  const policies = cases.flatMap(([name, documents]) =>
    documents.map((statements, index) => policyOf(index === 0 ? name : `${name}-${index}`, statements)),
  );
  const attached = (documents: readonly unknown[], name: string) =>
    documents.map((_, index) => aws.arn('policy', `/${index === 0 ? name : `${name}-${index}`}`));
  const full = { attached: [aws.arn('policy', '/full')] };
  const operator = { attached: [aws.arn('policy', '/sre')] };
  const users = [
    ...cases.map(([name, documents]) =>
      aws.user(`${name}-user`, { attached: attached(documents, name), groups: groups[name] ? [groups[name]] : [] }),
    ),
    aws.user('deployer', full),
    aws.user('nobody'),
    aws.user('sre-user', { groups: ['sre'] }),
  ];
  const roles = [
    ...cases.map(([name, documents]) => aws.role(`${name}-role`, deployer, { attached: attached(documents, name) })),
    aws.role('open-to-account', [{ Principal: { AWS: aws.arn('root', '') } }]),
    aws.role('hop-1', deployer),
    aws.role('hop-2', [{ Principal: { AWS: aws.arn('role', '/hop-1') } }]),
    aws.role('hop-end', [{ Principal: { AWS: aws.arn('role', '/hop-2') } }], full),
    {
      ...aws.role('for-services', [{ Principal: { Service: services.map((name) => `${name}.amazonaws.com`) } }], full),
      InstanceProfileList: [{ InstanceProfileName: 'for-services', Arn: aws.arn('instance-profile', '/for-services'), Path: '/', Roles: [] }],
    },
    aws.role('sre-role', [{ Principal: { AWS: aws.arn('user', '/sre-user') } }], operator),
    aws.role('function', [{ Principal: { Service: 'lambda.amazonaws.com' } }], {
      inline: { own: [{ Action: ['ec2:Describe*', 'ec2:CreateTags'] }] },
    }),
  ];
  const lists = {
    users,
    roles,
    groups: [aws.group('eight'), aws.group('eleven'), aws.group('sre', operator)],
    policies: [...policies, policyOf('full', [{ Action: '*' }]), policyOf('sre', [{ Action: ['iam:*', 'ec2:*', 's3:*'] }])],
  };
  const rows = Object.fromEntries(
    users.map(({ UserName }) => [UserName, UserName === 'deployer' ? { ...consoleCells, mfa_active: 'true', ...keyCells } : keyCells]),
  );
  return aws.snapshot([...wholeAccount(lists), reportOf({ '<root_account>': {}, ...rows })]);
}
