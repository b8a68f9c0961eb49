export { BRAND_FORMAT, BRAND_VERSION, brandContract, brandSchema, looks, readBrand, type Brand } from './brand.ts';
