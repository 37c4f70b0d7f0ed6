/** The amendment log in METI's markup, written for these tests; dates, titles and file names are real. */
export const amendmentsPage = `<!DOCTYPE html>
<html lang="ja"><head><title>改正情報（METI/経済産業省）</title></head><body>
<nav><table><tr><td>日付</td><td>件名</td><td>概要</td></tr><tr><td>x</td><td>menu</td><td></td></tr></table></nav>
<div id="__main_contents" class="main w1000">
<table>
 <tbody>
  <tr>
   <td>日付　　　　　　　</td>
   <td>件名</td>
   <td>概要　</td>
  </tr>
  <tr>
   <td>令和8年1月16日</td>
   <td><a href="https://www.meti.go.jp/policy/anpo/law09-2.html#id32">令和7年11月14日輸出貿易管理令の一部を改正する政令」等の改正に関するQ&amp;Aの追加について</a></td>
   <td>【１１．コンピュータ】にQ36を追加</td>
  </tr>
  <tr>
   <td>令和7年11月14日</td>
   <td><a href="/policy/anpo/law09-2.html#id32">「輸出貿易管理令の一部を改正する政令」等の改正について</a></td>
   <td>&nbsp;</td>
  </tr>
  <tr>
   <td>令和５年１２月６日</td>
   <td><a href="/policy/anpo/law09-2.html#id15">&nbsp;外国ユーザーリストの改正について</a></td>
   <td>&nbsp;</td>
  </tr>
 </tbody>
</table>
<div class="section" id="id32">
 <h2>「輸出貿易管理令の一部を改正する政令」等の改正について</h2>
 <div class="boxNormal">
  政令改正　　令和７年１１月１１日 閣議決定　　令和７年１１月１４日 公布　　令和８年２月１４日 施行
 </div>
 <ul class="lnkLst">
  <li><a href="/policy/anpo/law_document/seirei/20251114_shinkyu.pdf">新旧対照表</a></li>
  <li><a href="javascript:alert(1)">不正</a></li>
 </ul>
</div>
<p>最終更新日：2026年1月30日</p>
</div>
</body></html>
`;
