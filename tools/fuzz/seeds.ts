/** What mutations start from: one policy document or expression for each way of writing them. */

export const documentSeeds: readonly string[] = [
  `<policies>
  <inbound>
    <base />
    <set-header name="x-tier" exists-action="override"><value>gold</value><value>@(context.User?.Id ?? "none")</value></set-header>
    <choose>
      <when condition="@(context.Request.Headers.GetValueOrDefault("a","") == "b" && 1 < 2)">
        <return-response><set-status code="401" reason="No" /><set-body>@{ return "a<b>"; }</set-body></return-response>
      </when>
      <otherwise><rewrite-uri template="/v1/{id}?x={{version}}" copy-unmatched-params="false" /></otherwise>
    </choose>
  </inbound>
  <backend><forward-request timeout="60" follow-redirects="true" /></backend>
  <outbound><set-body template="liquid">{"a":"{{body.a | Upcase}}"}</set-body><base /></outbound>
  <on-error><base /></on-error>
</policies>`,
  `<policies><inbound><validate-jwt header-name="Authorization" failed-validation-httpcode="401">
  <openid-config url="https://login.example/.well-known/openid-configuration" />
  <audiences><audience>{{audience}}</audience></audiences>
  <required-claims><claim name="scp" match="any" separator=" "><value>read</value></claim></required-claims>
</validate-jwt><rate-limit-by-key calls="5" renewal-period="60" counter-key="@(context.Request.IpAddress)" /></inbound></policies>`,
  `<fragment><set-variable name="n" value="@{
  // it's a "comment" &amp; more
  var parts = &quot;a,b&quot;.Split(',');
  return parts.Length > 1 ? @"c:\\""d""" : $"{parts[0]:x}{{";
}" /><!-- a -- comment --><![CDATA[ <raw> ]]></fragment>`,
  `<?xml version="1.0" encoding="utf-8"?>\r\n<policies>\r\n\t<inbound><cors allow-credentials="true"><allowed-origins><origin>*</origin></allowed-origins><allowed-methods preflight-result-max-age="300"><method>*</method></allowed-methods></cors><cache-lookup-value key='@("k" + context.Product.Id)' variable-name="v" /></inbound></policies>`,
  `<send-request mode="new" response-variable-name="r" timeout="20" ignore-error="true"><set-url>@($"https://{(string)context.Variables["host"]}/x?y={'z'}")</set-url><set-method>POST</set-method><set-header name="A"><value>&#65;&lt;</value></set-header><set-body>@(new JObject(new JProperty("a", 1)).ToString())</set-body></send-request>`,
];

export const expressionSeeds: readonly string[] = [
  'context.Request.Headers.GetValueOrDefault("Authorization", "").Split(\' \').Last().AsJwt()?.Claims["scp"]?.FirstOrDefault()',
  '(int)context.Variables["n"] + 1 > 3 && !(context.Response?.StatusCode >= 500)',
  'new[] { 1, 2, 3 }.Where((x, i) => x > i).Select(x => new { x, y = $"{x,3:N2}" }).OrderBy(t => t.y).ToList()',
  'from x in new[] { 1, 2 } join y in new[] { 2 } on x equals y into g let z = x * 2 where z > 1 orderby z descending select new { z, g }',
  'new Dictionary<string, List<int>> { ["a"] = new List<int> { 1 }, { "b", new List<int>() } }["a"][0]',
  'context.Request.Body.As<JObject>(preserveContent: true).SelectToken("$.a[?(@.b>1)]")?.Value<string>("c") ?? "d"',
  'true ? (object)1 : (1, b: "x")',
  'string.Format("{0:yyyy-MM-dd}", DateTime.UtcNow.AddDays(-1)) + @"c:\\d" + \'e\' + 1.5m + 0x1F + null',
  'checked((byte)(int.MaxValue * 2)) | 1 << 3 ^ ~5 % 2',
  '((Func<int, Func<int, int>>)(a => b => a + b))(1)(2)',
];

export const statementSeeds: readonly string[] = [
  'int s = 0; for (int i = 0, j = 10; i < j; i++, j--) { if (i % 2 == 0) continue; s += i; } return s;',
  'try { throw new ArgumentException("a", nameof(context)); } catch (Exception e) when (e.Message == "a") { return e; } finally { }',
  'object o = "a"; switch (o) { case string s when s.Length > 0: goto default; case int i: return i; case null: return 0; default: return -1; }',
  'T F<T>(T x, params int[] ys) where T : class => ys.Length > 0 ? x : null; int G(ref int a, out int b) { b = a++; return a; } int n = 1; return G(ref n, out var m) + m + F("a").Length;',
  'var (a, b) = (1, "x"); (int, string) t = (a, b); (a, b) = (2, t.Item2); foreach (var (k, v) in new Dictionary<string, int>()) { return k + v; } return a + b;',
  'using (var r = new System.IO.StringReader("a")) { string line; while ((line = r.ReadLine()) != null) { if (line is string u && u != "") return u; } } return null;',
  'const int c = 5; int?[] xs = { 1, null, c }; int[,] m = new int[2, 3]; int[][] j = { new[] { 1 }, new int[0] }; do { m[0, 1]--; } while (xs[0] > m[0, 1] && m[0, 1] > -3); return xs.Sum() ?? j[0][0];',
  'lock (new object()) { checked { unchecked { return default(TimeSpan) + TimeSpan.FromDays(1); } } } again: ; goto again;',
];

/** Pieces of C# that mutations put in. */
export const pieces: readonly string[] =
  'a b x context string int var new return if else for foreach while do switch case default: when is as not and or in out ref params const static async await yield throw try catch finally using lock checked unchecked typeof(int) nameof(a) sizeof( default null true false this base from select where let join group by orderby into ( ) [ ] { } < > << >> >>= => == != = += ??= ?? ?. ? : :: ; , . .. ... + - * / % & | ^ ! ~ ++ -- && || "a" "\\q" @"v"" $"{x}" $"{ $@"{ """raw""" \' \'a\' \'ab\' 1 1u 1L 2.5m 1e999 0x 0b1 99999999999999999999 // /* */ # @ $ \\ \u0000 \uD800 \u2028 é {{n}} ${x} &quot; &amp; List<int> Func<int,int> (int,string) x=>x (x,y)=>x'.split(
    ' ',
  );

/** Pieces of XML that mutations put in. */
export const markup: readonly string[] =
  '< > </ /> <a> </a> <a/> & &amp; &quot; &#x0; &#65; &#xFFFFFFF; &x; " \' = <!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE @( @{ ) } {{ }} \t \r \n \u0000 \uFEFF \uFFFF xmlns:a="b" id="1" <base/> <policies> <inbound>'.split(
    ' ',
  );
