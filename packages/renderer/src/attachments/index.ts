export { attachedContents, attachFiles, type AttachedContents, type FileToAttach } from './attach.ts';
