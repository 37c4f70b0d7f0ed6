/** Traditional and Japanese forms that company names are written with, and below each the simplified one. */
const VARIANTS = [
  [
    '華為電國際術業東門龍廣訊創開發團機車運輸貿設備產資經濟聯學計測應醫藥環農礦鋼鐵銀鋁鍋爐陽陰風飛馬魚鳥長張場萬億寶實寧歷島' +
      '嶺灣滬遼漢濱蘇蘭鄭鄧陳陸陝雲霧顯頻題類顧館驗驅體點齊齒區協單衛壓廠縣參雙變啟圖聖報塊壯處夠夢夾奧奪婦孫寬對導專屬崗帶幫庫' +
      '廢彈強當徑復態慶戰戲戶拋擴擊據擇數斷時晝曉會極構標樣樓樂橋檢權歐氣決沒況淨減湯準溫滿漁潔潤澤濕灘無熱燈營爭獨獲現瑪畫異療' +
      '監盤確碼種積穩窯節範築簡糧紅紡紙級納純細終組結絡給統絲綠維網緊線緯縱總織繼續羅義習聲職膠腦臺與興舊艦莊葉著蓋蔣虛號補裝製' +
      '規視覺觀訂訓記許証評試詳話誠認語誤課調談請論諾謝證識譯護豐負財貨質購費賀賓賴贊軍軌軟輕輝輪轉辦邊進過達遠適選遺鄉釋針鈣鈦' +
      '銅銳鋒錄錢鍵鎂鎢鏈鑄閃閉間關陣階隊隨險雜離難靈靜頂項順預領額養餘駐騰髮鬥麗黃齡廳濰渦気応対発広価両検験総続県駅関図団沢浜' +
      '竜鉄栄榮労勞帯戦囲圍毎歩済産査転辺剤劑弾薬楽覧覽',
  ],
  [
    '华为电国际术业东门龙广讯创开发团机车运输贸设备产资经济联学计测应医药环农矿钢铁银铝锅炉阳阴风飞马鱼鸟长张场万亿宝实宁历岛' +
      '岭湾沪辽汉滨苏兰郑邓陈陆陕云雾显频题类顾馆验驱体点齐齿区协单卫压厂县参双变启图圣报块壮处够梦夹奥夺妇孙宽对导专属岗带帮库' +
      '废弹强当径复态庆战戏户抛扩击据择数断时昼晓会极构标样楼乐桥检权欧气决没况净减汤准温满渔洁润泽湿滩无热灯营争独获现玛画异疗' +
      '监盘确码种积稳窑节范筑简粮红纺纸级纳纯细终组结络给统丝绿维网紧线纬纵总织继续罗义习声职胶脑台与兴旧舰庄叶着盖蒋虚号补装制' +
      '规视觉观订训记许证评试详话诚认语误课调谈请论诺谢证识译护丰负财货质购费贺宾赖赞军轨软轻辉轮转办边进过达远适选遗乡释针钙钛' +
      '铜锐锋录钱键镁钨链铸闪闭间关阵阶队随险杂离难灵静顶项顺预领额养余驻腾发斗丽黄龄厅潍涡气应对发广价两检验总续县驿关图团泽滨' +
      '龙铁荣荣劳劳带战围围每步济产查转边剂剂弹药乐览览',
  ],
] as const;

const FROM = [...VARIANTS[0].join('')];
const TO = [...VARIANTS[1].join('')];
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(FROM.map((variant, at) => [variant, TO[at] ?? variant]));
const ANY_VARIANT = new RegExp(`[${FROM.join('')}]`, 'gu');

/** The text with traditional Chinese and Japanese characters in their simplified form: for comparing, never for showing. */
export function simplified(text: string): string {
  return text.replace(ANY_VARIANT, (variant) => SIMPLIFIED.get(variant) ?? variant);
}
