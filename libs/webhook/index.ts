export * from './src/sign-webhook.ts';
export * from './src/signing-key.ts';
export * from './src/verify-webhook.ts';
