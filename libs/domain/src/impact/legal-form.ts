/** Tokens that name a company's legal form and say nothing about which company it is. */
export const LEGAL_FORM_TOKENS: ReadonlySet<string> = new Set(
  `co ltd inc llc llp lp plc corp corporation company limited incorporated gmbh ag kg sa sas sarl srl spa bv nv ab oy
  oyj as asa aps kk pte pty sdn bhd jsc pjsc cjsc ojsc ooo oao zao pao ao fze fzc fzco dmcc est ltda sro doo kft tic sti
  mchj pvt private pjs psc wll joint stock liability obshchestvo obschestvo ogranichennoi ogranichennoy otvetstvennostyu
  aktsionernoe aktsionernoye otkrytoe zakrytoe publichnoe kompaniya anonim sirketi sociedad anonima cv rl sal doel eood ead
  ооо оао зао пао ао общество ограниченной ответственностью акционерное`.split(/\s+/),
);

/** The same for names written without spaces. Longest first, so that a longer form is not left half. */
export const LEGAL_FORM_WORDS: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '股份公司',
  '주식회사',
  '유한회사',
  '(株)',
  '(有)',
  '(주)',
];

/** Words so common in company names that sharing them is no sign of being the same party. */
export const COMMON_NAME_TOKENS: ReadonlySet<string> = new Set(
  `the of and for technology technologies tech technical digital information international intl group holding holdings
  trading trade industry industries industrial electronic electronics science sciences scientific research institute
  university academy college laboratory center centre development design import export imp exp national state general
  engineering equipment systems system service services communication communications telecommunications telecom
  network networks plant zavod factory enterprise production shipping logistics marine maritime energy oil gas petroleum
  petrochemical chemical construction manufacturing machinery machine mechanical shipbuilding management investment
  investments capital security solutions precision instrument instruments materials optics optical bureau design
  committee department ministry organization association foundation federal central republic public open closed new first
  united named after im imeni al el de la bin abu nauchno proizvodstvennoe predpriyatie institut tsentr byuro konstruktorskoe
  ticaret sanayi innovation commercial special military defense commerce supply chain business exchange bank
  network networks software semiconductor microelectronics aviation aerospace no
  suzhou chengdu shaanxi jiangsu zhejiang guangdong hk prc usa russian iranian korean
  beijing shanghai shenzhen guangzhou hangzhou nanjing wuhan chengdu tianjin xian hong kong china chinese moscow
  russia russian iran tehran dubai uae japan tokyo korea seoul taiwan singapore malaysia turkey istanbul`.split(/\s+/),
);
