import type { PermissionGroup } from '@iam-dossier/core/collector';

const NAME = 'iam-dossier-collect';
const DESCRIPTION = 'Lets iam-dossier read what it needs for evidence on IAM. It changes nothing.';

/** A managed policy for Terraform. */
export function terraformLines(groups: readonly PermissionGroup[]): string[] {
  return [
    'data "aws_iam_policy_document" "iam_dossier" {',
    ...groups.flatMap(({ sid, actions, reason }, index) => [
      ...(index === 0 ? [] : ['']),
      `  # ${reason}`,
      '  statement {',
      `    sid       = "${sid}"`,
      '    resources = ["*"]',
      '    actions = [',
      ...actions.map((action) => `      "${action}",`),
      '    ]',
      '  }',
    ]),
    '}',
    '',
    'resource "aws_iam_policy" "iam_dossier" {',
    `  name        = "${NAME}"`,
    `  description = "${DESCRIPTION}"`,
    '  policy      = data.aws_iam_policy_document.iam_dossier.json',
    '}',
  ];
}

/** A managed policy for CloudFormation, in YAML. */
export function cloudFormationLines(groups: readonly PermissionGroup[]): string[] {
  return [
    "AWSTemplateFormatVersion: '2010-09-09'",
    `Description: ${DESCRIPTION}`,
    'Resources:',
    '  IamDossierPolicy:',
    '    Type: AWS::IAM::ManagedPolicy',
    '    Properties:',
    `      ManagedPolicyName: ${NAME}`,
    `      Description: ${DESCRIPTION}`,
    '      PolicyDocument:',
    "        Version: '2012-10-17'",
    '        Statement:',
    ...groups.flatMap(({ sid, actions, reason }) => [
      `          # ${reason}`,
      `          - Sid: ${sid}`,
      '            Effect: Allow',
      "            Resource: '*'",
      '            Action:',
      ...actions.map((action) => `              - ${action}`),
    ]),
    'Outputs:',
    '  PolicyArn:',
    '    Value: !Ref IamDossierPolicy',
  ];
}
