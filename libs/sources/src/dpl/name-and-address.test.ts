import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNameAndAddress } from './name-and-address.ts';

describe('splitNameAndAddress', () => {
  it.each([
    ['WYSH DATA SYSTEMS, LTD., 135 CONNAUGHT ROAD W., HONG KONG, , HK, ', 'WYSH DATA SYSTEMS, LTD.'],
    ['WELL BEING ENTERPRISE CO., LTD., 9 F, NO. 1, TAIPEI, , TW, ', 'WELL BEING ENTERPRISE CO., LTD.'],
    ['MARCO SANTILLAN, JR, 4945 SAGEWOOD LANE, HEMET, CA, US, 92545', 'MARCO SANTILLAN, JR'],
    ['JOSEPH ORMOND KIRK, III., 13204 SAXBY COURT, ALPHARETTA, GA, US, 30009', 'JOSEPH ORMOND KIRK, III.'],
    [
      'WEARFORM (MNC GROUP INTERNATIONAL, INC.), 3334 WALNUT BEND LANE, HOUSTON, TX, US, 77042',
      'WEARFORM (MNC GROUP INTERNATIONAL, INC.)',
    ],
    ['JIN, ZHONGDA, 1895 DOBBIN DRIVE, SUITE B, SAN JOSE, CA, US, 95133', 'JIN, ZHONGDA'],
    ['SYNAPTIX.NET, 401 INTERNATIONAL PARKWAY, RICHARDSON, TX, US, 75081', 'SYNAPTIX.NET'],
    ['ALI M HIJAZI, , GENEVA, , CH, ', 'ALI M HIJAZI'],
    ['EMTRASUR, CARACAS, , VE, ', 'EMTRASUR'],
  ])('finds the name in %s', (cell, name) => {
    expect(splitNameAndAddress(cell).name).toBe(name);
  });

  it('finds the address from the end', () => {
    expect(splitNameAndAddress('MICROCIRCUIT TECHNOLOGY, 3 FEATHERBY WAY, ROCHFORD, ESSEX, , GB, ')).toEqual({
      name: 'MICROCIRCUIT TECHNOLOGY',
      street: '3 FEATHERBY WAY, ROCHFORD',
      city: 'ESSEX',
      state: '',
      country: 'GB',
      postalCode: '',
    });
  });

  it('takes a cell without an address as a name', () => {
    expect(splitNameAndAddress('ACME, LTD.').name).toBe('ACME, LTD.');
  });

  it('answers any text in bounded time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (cell) => void splitNameAndAddress(cell)));
    expect(splitNameAndAddress('S.A. '.repeat(20_000)).state).toBe('');
  });
});
