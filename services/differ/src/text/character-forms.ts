/**
 * Forms of one character: first the one to compare by, then those it replaced or that are printed beside it. Small kana
 * that older laws print full-size follow. Sources: 常用漢字表 (2010, 康熙字典体 in brackets), 現代仮名遣い (1986).
 */
const FORMS = `
剥剝 頬頰 填塡 麹麴 鹸鹼 攪撹 蝋蠟 繋繫 噛嚙 掴摑 讃讚 溌潑 莱萊 濾瀘 侠俠 顛顚 嚢囊 箪簞 祷禱 鴎鷗 餅餠 国國 区區 学學 会會 体體 気氣 発發 権權 実實 写寫 証證 関關 広廣 変變
経經 済濟 価價 圧壓 医醫 団團 図圖 対對 専專 帯帶 当當 応應 戦戰 担擔 拠據 択擇 挙擧 数數 断斷 旧舊 条條 来來 検檢 楽樂 様樣 歩步 歴歷 残殘 殻殼 沢澤 浄淨 浅淺 渓溪 温溫 湿濕
満滿 滝瀧 炉爐 点點 焼燒 営營 独獨 獣獸 画畫 畳疊 県縣 真眞 鉄鐵 鉱鑛 銭錢 辺邊 転轉 軽輕 釈釋 録錄 陥陷 険險 随隨 隠隱 雑雜 霊靈 顕顯 駅驛 駆驅 験驗 髄髓 闘鬪 鶏鷄 麦麥 黄黃
黒黑 齢齡 総總 縦縱 繊纖 続續 継繼 絵繪 糸絲 絶絕 緑綠 縁緣 縄繩 聴聽 脳腦 臓臟 蔵藏 薬藥 芸藝
`;

const FULL_SIZE_KANA = { つ: 'っ', や: 'ゃ', ゆ: 'ゅ', よ: 'ょ' } as const;

const COMPARED_BY: ReadonlyMap<string, string> = new Map([
  ...FORMS.trim()
    .split(/\s+/)
    .flatMap((forms) => [...forms].slice(1).map((other): [string, string] => [other, forms[0] ?? other])),
  ...Object.entries(FULL_SIZE_KANA).map(([full, small]): [string, string] => [small, full]),
]);

/** `text` with old and variant forms of a character made one: 國 as 国, 剝 as 剥, あって as あつて. For comparison only. */
export function withOneForm(text: string): string {
  return [...text].map((sign) => COMPARED_BY.get(sign) ?? sign).join('');
}
