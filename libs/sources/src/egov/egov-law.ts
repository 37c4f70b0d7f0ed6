import type { SourceFamily } from '../source.ts';
import { readLaw } from './read-law.ts';
import { followLaw, lawIdOf, planLaw } from './request.ts';

/**
 * Laws, cabinet orders and ordinances of Japan from the e-Gov 法令API v2 (Digital Agency). One source is one law, named by
 * `params.lawId`; its reading is the text now in force.
 */
export const egovLaw: SourceFamily = {
  family: 'egov-law',
  plan: (source) => planLaw(source),
  follow: (source, request, answer) => followLaw(source, request, answer),
  read: (_source, capture) => readLaw(capture),
  link: (source) => (lawIdOf(source) === '' ? source.link : `https://laws.e-gov.go.jp/law/${lawIdOf(source)}`),
};
