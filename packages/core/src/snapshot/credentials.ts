import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';
import { tagSchema } from './entities.ts';

const extra = z.record(z.string(), z.unknown()).optional();
const time = timeSchema.optional();
const text = z.string().optional();

/** A cell that holds a time, or one of the report's own words for having none. */
export const reportTimeSchema = z.union([timeSchema, z.enum(['N/A', 'no_information', 'not_supported'])]);
export const reportFlagSchema = z.union([z.boolean(), z.enum(['N/A', 'not_supported'])]);

/** One row of the credential report. Columns the file did not have are absent. */
export const credentialReportRowSchema = z.strictObject({
  user: z.string(),
  arn: text,
  userCreationTime: reportTimeSchema.optional(),
  passwordEnabled: reportFlagSchema.optional(),
  passwordLastUsed: reportTimeSchema.optional(),
  passwordLastChanged: reportTimeSchema.optional(),
  passwordNextRotation: reportTimeSchema.optional(),
  mfaActive: reportFlagSchema.optional(),
  accessKey1Active: reportFlagSchema.optional(),
  accessKey1LastRotated: reportTimeSchema.optional(),
  accessKey1LastUsedDate: reportTimeSchema.optional(),
  accessKey1LastUsedRegion: text,
  accessKey1LastUsedService: text,
  accessKey2Active: reportFlagSchema.optional(),
  accessKey2LastRotated: reportTimeSchema.optional(),
  accessKey2LastUsedDate: reportTimeSchema.optional(),
  accessKey2LastUsedRegion: text,
  accessKey2LastUsedService: text,
  cert1Active: reportFlagSchema.optional(),
  cert1LastRotated: reportTimeSchema.optional(),
  cert2Active: reportFlagSchema.optional(),
  cert2LastRotated: reportTimeSchema.optional(),
  /** Columns this version has no name for, verbatim, by their header. */
  extra: z.record(z.string(), z.string()).optional(),
});

export const credentialReportSchema = z.strictObject({
  /** AWS's own time of the report; `null` when the source (a bare CSV file) does not say. */
  generatedTime: timeSchema.nullable(),
  columns: z.array(z.string()),
  rows: z.array(credentialReportRowSchema),
});

/** The root user's row has this name. */
export const ROOT_ROW_NAME = '<root_account>';

export const virtualMfaDeviceSchema = z.strictObject({
  serialNumber: z.string(),
  enableDate: time,
  user: z.strictObject({ arn: z.string(), userName: text, userId: text, path: text, createDate: time, passwordLastUsed: time, extra }).optional(),
  tags: z.array(tagSchema).optional(),
  extra,
});
export const mfaDeviceSchema = z.strictObject({ userName: z.string(), serialNumber: z.string(), enableDate: time, extra });
export const accessKeySchema = z.strictObject({
  userName: z.string(),
  accessKeyId: z.string(),
  /** `Active`, `Inactive`, `Expired`, or what AWS adds. */
  status: z.string(),
  createDate: time,
  extra,
});
/** GetAccessKeyLastUsed names the user, not the key: `accessKeyId` is there when whoever asked put it beside the answer. */
export const accessKeyLastUsedSchema = z.strictObject({
  userName: z.string(),
  accessKeyId: text,
  lastUsedDate: time,
  serviceName: text,
  region: text,
  extra,
});
export const serviceSpecificCredentialSchema = z.strictObject({
  userName: z.string(),
  serviceSpecificCredentialId: z.string(),
  serviceName: text,
  serviceUserName: text,
  status: z.string(),
  createDate: time,
  expirationDate: time,
  extra,
});
export const sshPublicKeySchema = z.strictObject({
  userName: z.string(),
  sshPublicKeyId: z.string(),
  status: z.string(),
  uploadDate: time,
  extra,
});
export const signingCertificateSchema = z.strictObject({
  userName: z.string(),
  certificateId: z.string(),
  status: z.string(),
  uploadDate: time,
  extra,
});
export const serverCertificateSchema = z.strictObject({
  arn: z.string(),
  path: text,
  serverCertificateName: z.string(),
  serverCertificateId: text,
  uploadDate: time,
  expiration: time,
  extra,
});

export type CredentialReport = z.infer<typeof credentialReportSchema>;
export type CredentialReportRow = z.infer<typeof credentialReportRowSchema>;
export type ReportTime = z.infer<typeof reportTimeSchema>;
export type ReportFlag = z.infer<typeof reportFlagSchema>;
export type VirtualMfaDevice = z.infer<typeof virtualMfaDeviceSchema>;
export type MfaDevice = z.infer<typeof mfaDeviceSchema>;
export type AccessKey = z.infer<typeof accessKeySchema>;
export type ServiceSpecificCredential = z.infer<typeof serviceSpecificCredentialSchema>;
