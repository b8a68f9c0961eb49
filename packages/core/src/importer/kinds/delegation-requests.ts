import { decodeList, decodeOne, type Shape } from '../decode/members.ts';
import { document, flag, text, texts, time, whole } from '../decode/values.ts';
import { isList, keyOf, listKind, type Kind } from './kind.ts';

const parameter: Shape = { members: { Name: ['name', text], Values: ['values', texts], Type: ['type', text] } };
const permissions: Shape = {
  members: { PolicyTemplateArn: ['policyTemplateArn', text], Parameters: ['parameters', decodeList(parameter)] },
};

const delegationRequest: Shape = {
  members: {
    DelegationRequestId: ['delegationRequestId', text],
    OwnerAccountId: ['ownerAccountId', text],
    Description: ['description', text],
    RequestMessage: ['requestMessage', text],
    Permissions: ['permissions', decodeOne(permissions)],
    PermissionPolicy: ['permissionPolicy', document],
    RolePermissionRestrictionArns: ['rolePermissionRestrictionArns', texts],
    OwnerId: ['ownerId', text],
    ApproverId: ['approverId', text],
    State: ['state', text],
    ExpirationTime: ['expirationTime', time],
    RequestorId: ['requestorId', text],
    RequestorName: ['requestorName', text],
    CreateDate: ['createDate', time],
    SessionDuration: ['sessionDuration', whole],
    Notes: ['notes', text],
    RejectionReason: ['rejectionReason', text],
    OnlySendByOwner: ['onlySendByOwner', flag],
    UpdatedTime: ['updatedTime', time],
  },
  // It may carry a token of the product that asked.
  drop: ['RedirectUrl'],
};

const list = listKind({
  call: 'iam:ListDelegationRequests',
  member: 'DelegationRequests',
  part: 'delegationRequests',
  shape: delegationRequest,
  key: keyOf('delegationRequestId'),
});

export const delegationRequests: Kind[] = [
  {
    ...list,
    matches: (value) => isList(value['DelegationRequests']),
    // AWS writes this one member with a small letter, in this call alone.
    read: ({ isTruncated, ...value }, draft) => list.read({ IsTruncated: isTruncated, ...value }, draft),
  },
];
