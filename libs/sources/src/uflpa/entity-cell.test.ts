import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEntityCell } from './entity-cell.ts';

describe('splitEntityCell', () => {
  it.each([
    [
      'KTK Group (including three aliases: Jiangsu Jinchuang Group; Jiangsu Jinchuang Holding Group; and KTK Holding)',
      'KTK Group',
      ['Jiangsu Jinchuang Group', 'Jiangsu Jinchuang Holding Group', 'KTK Holding'],
      '',
    ],
    [
      'Hetian Taida Apparel Co., Ltd (and one alias: Hetian TEDA Garment)',
      'Hetian Taida Apparel Co., Ltd',
      ['Hetian TEDA Garment'],
      '',
    ],
    [
      'Xinjiang Production and Construction Corps (XPCC) and its subordinate and affiliated entities',
      'Xinjiang Production and Construction Corps (XPCC)',
      [],
      'and its subordinate and affiliated entities',
    ],
    [
      'Hoshine Silicon Industry (Shanshan) Co., Ltd., and Subsidiaries',
      'Hoshine Silicon Industry (Shanshan) Co., Ltd.',
      [],
      'and Subsidiaries',
    ],
    [
      'Hongyuan Green Energy Co., Ltd. (also known as HY Solar; and Hoyuan Green Energy Co. Ltd. and formerly known as Wuxi Shangji CNC Co., Ltd.)',
      'Hongyuan Green Energy Co., Ltd.',
      ['HY Solar', 'Hoyuan Green Energy Co. Ltd.', 'Wuxi Shangji CNC Co., Ltd.'],
      '',
    ],
    [
      'Junan Jinsheng Import & Export Co., Ltd. (also known as Junan County Jinsheng Import and Export Co., Ltd.)',
      'Junan Jinsheng Import & Export Co., Ltd.',
      ['Junan County Jinsheng Import and Export Co., Ltd.'],
      '',
    ],
    [
      'Jiangyin Lianyun Co. Ltd. (also known as Jiangyin Intermodal Transport Co. and Jiangyin United Transport Co.)',
      'Jiangyin Lianyun Co. Ltd.',
      ['Jiangyin Intermodal Transport Co.', 'Jiangyin United Transport Co.'],
      '',
    ],
    [
      'Hengshui Cotton and Linen Corporation Reserve Library',
      'Hengshui Cotton and Linen Corporation Reserve Library',
      [],
      '',
    ],
  ])('takes %s apart', (cell, name, aliases, scope) => {
    expect(splitEntityCell(cell)).toEqual({ name, aliases, scope });
  });

  it('answers any text in bounded time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 1_000 }), (cell) => void splitEntityCell(cell)));
    expect(splitEntityCell(`A ${'(also known as '.repeat(5_000)}`).name).toBe('A');
    expect(splitEntityCell(`A${' and'.repeat(20_000)}`).aliases).toEqual([]);
  });
});
