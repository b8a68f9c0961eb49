import type { EscalationPath } from './path.ts';

/** Change of one's own permissions. */
export const selfEscalation: readonly EscalationPath[] = [
  { id: 'iam-001', actions: ['iam:CreatePolicyVersion'], on: { 'iam:CreatePolicyVersion': 'ownPolicy' }, orOn: 'rolePolicy', everything: true },
  { id: 'iam-005', actions: ['iam:PutRolePolicy'], on: { 'iam:PutRolePolicy': 'self' }, orOn: 'role', everything: true },
  { id: 'iam-007', actions: ['iam:PutUserPolicy'], on: { 'iam:PutUserPolicy': 'self' }, everything: true },
  { id: 'iam-008', actions: ['iam:AttachUserPolicy'], on: { 'iam:AttachUserPolicy': 'self' }, everything: true },
  { id: 'iam-009', actions: ['iam:AttachRolePolicy'], on: { 'iam:AttachRolePolicy': 'self' }, orOn: 'role', everything: true },
  { id: 'iam-010', actions: ['iam:AttachGroupPolicy'], on: { 'iam:AttachGroupPolicy': 'ownGroup' }, everything: true },
  { id: 'iam-011', actions: ['iam:PutGroupPolicy'], on: { 'iam:PutGroupPolicy': 'ownGroup' }, everything: true },
  { id: 'iam-013', actions: ['iam:AddUserToGroup'], on: { 'iam:AddUserToGroup': 'group' } },
  { id: 'iam-022', actions: ['iam:DeleteUserPermissionsBoundary'], on: { 'iam:DeleteUserPermissionsBoundary': 'self' }, needs: ['boundary'] },
  { id: 'iam-024', actions: ['iam:PutUserPermissionsBoundary'], on: { 'iam:PutUserPermissionsBoundary': 'self' }, needs: ['boundary'] },
  { id: 'iam-025', actions: ['iam:DetachUserPolicy'], on: { 'iam:DetachUserPolicy': 'self' }, needs: ['managedDeny'] },
  { id: 'iam-026', actions: ['iam:DeleteUserPolicy'], on: { 'iam:DeleteUserPolicy': 'self' }, needs: ['inlineDeny'] },
  { id: 'prowler-iam-put', actions: ['iam:Put*'], like: ['iam-005', 'iam-007', 'iam-011', 'iam-024'], parent: 'iam-007' },
  { id: 'prowler-iam-star', actions: ['iam:*'], like: ['iam-005', 'iam-007', 'iam-011', 'iam-001'], parent: 'iam-007' },
  { id: 'rhino-02', actions: ['iam:SetDefaultPolicyVersion'], on: { 'iam:SetDefaultPolicyVersion': 'ownPolicy' }, needs: ['widerVersion'] },
  { id: 'sso-002', actions: ['sso:AttachManagedPolicyToPermissionSet'], existing: true, accountBound: true },
  { id: 'sso-003', actions: ['sso:PutInlinePolicyToPermissionSet'], existing: true, accountBound: true },
];
