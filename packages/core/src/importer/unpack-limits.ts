/** Most bytes that may come out of an archive, together and from one file in it. */
export interface UnpackLimits {
  total: number;
  file: number;
}
