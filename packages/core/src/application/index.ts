export {
  APPLICATION_FORMAT,
  APPLICATION_VERSION,
  applicationContract,
  applicationSchema,
  readApplication,
  type ActionItem,
  type Application,
} from './application.ts';
