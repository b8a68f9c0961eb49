export { PARTNER_FORMAT, PARTNER_VERSION, partnerContract, partnerSchema, readPartner, type Partner, type Sop } from './partner.ts';
