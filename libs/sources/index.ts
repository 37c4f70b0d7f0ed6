export * from './src/markup/index.ts';
export * from './src/source.ts';
export * from './src/egov/index.ts';
export { federalRegister, federalRegisterPublicInspection } from './src/federal-register/family.ts';
