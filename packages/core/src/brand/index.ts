export { BRAND_FORMAT, BRAND_VERSION, brandContract, brandSchema, readBrand, type Brand } from './brand.ts';
