/** Tokens that name a company's legal form and say nothing about which company it is. */
export const LEGAL_FORM_TOKENS: ReadonlySet<string> = new Set(
  `co ltd inc llc llp lp plc corp corporation company limited incorporated gmbh ag kg sa sas sarl srl spa bv nv ab oy
  oyj as asa aps kk pte pty sdn bhd jsc pjsc cjsc ojsc ooo oao zao pao ao fze fzc fzco dmcc est ltda sro doo kft tic sti
  mchj pvt private pjs psc wll`.split(/\s+/),
);

/** The same for names written without spaces. Longest first, so that a longer form is not left half. */
export const LEGAL_FORM_WORDS: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
];

/** Words so common in company names that sharing them is no sign of being the same party. */
export const COMMON_NAME_TOKENS: ReadonlySet<string> = new Set(
  `the of and for technology technologies tech technical digital information international intl group holding holdings
  trading trade industry industries industrial electronic electronics science sciences scientific research institute
  university academy college laboratory center centre development design import export imp exp national state general
  engineering equipment systems system service services communication communications telecommunications telecom
  network networks software semiconductor microelectronics aviation aerospace no
  beijing shanghai shenzhen guangzhou hangzhou nanjing wuhan chengdu tianjin xian hong kong china chinese moscow
  russia russian iran tehran dubai uae japan tokyo korea seoul taiwan singapore malaysia turkey istanbul`.split(/\s+/),
);
