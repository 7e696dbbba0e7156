import { holds } from '../../testing/table.ts';

const flat = 'SaveOptions.DisableFormatting';

holds('a SOAP envelope is built with namespaces as .NET declares them', [
  [
    `{
      XNamespace soap = "urn:soap", sec = "urn:sec", app = "urn:app";
      return new XDocument(
        new XElement(soap + "Envelope",
          new XElement(soap + "Header",
            new XElement(sec + "Security", new XAttribute(soap + "mustUnderstand", 1))),
          new XElement(soap + "Body", new XElement(app + "Get", new XElement(app + "Id", 42))))
      ).ToString();
    }`,
    `System.String ${[
      '<Envelope xmlns="urn:soap">',
      '  <Header>',
      '    <Security p3:mustUnderstand="1" xmlns:p3="urn:soap" xmlns="urn:sec" />',
      '  </Header>',
      '  <Body>',
      '    <Get xmlns="urn:app">',
      '      <Id>42</Id>',
      '    </Get>',
      '  </Body>',
      '</Envelope>',
    ].join('\n')}`,
  ],
]);

holds('values become content in the forms of XML Schema', [
  [`new XElement("a", 1e20).Value`, 'System.String 1E+20'],
  [`new XElement("a", double.NegativeInfinity).Value`, 'System.String -INF'],
  [`new XElement("a", -0.0).Value`, 'System.String -0'],
  [`new XElement("a", 0.1 + 0.2).Value`, 'System.String 0.30000000000000004'],
  [`new XElement("a", 0.1f).Value`, 'System.String 0.1'],
  [`new XElement("a", 2.50m).Value`, 'System.String 2.50'],
  [`new XElement("a", 'c').Value`, 'System.String c'],
  [`new XElement("a", DayOfWeek.Friday).Value`, 'System.String Friday'],
  [
    `new XElement("a", new DateTime(2024, 1, 2, 3, 4, 5)).Value`,
    'System.String 2024-01-02T03:04:05',
  ],
  [
    `new XElement("a", new DateTime(2024, 1, 2, 3, 4, 5, 60, DateTimeKind.Utc)).Value`,
    'System.String 2024-01-02T03:04:05.06Z',
  ],
  [
    `new XElement("a", new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Local)).Value`,
    'System.String 2024-01-02T03:04:05+00:00',
  ],
  [
    `new XElement("a", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-90))).Value`,
    'System.String 2024-01-02T03:04:05-01:30',
  ],
  [`new XElement("a", TimeSpan.Zero).Value`, 'System.String PT0S'],
  [`new XElement("a", -new TimeSpan(1, 2, 3, 4, 500)).Value`, 'System.String -P1DT2H3M4.5S'],
  [`new XElement("a", new Uri("http://h/")).Value`, 'System.String http://h/'],
]);

holds('texts become values as XmlConvert reads them', [
  ['(bool)new XElement("a", " 1 ")', 'System.Boolean True'],
  ['(bool)new XElement("a", "yes")', 'throws System.FormatException'],
  ['(int)new XElement("a", "1,000")', 'throws System.FormatException'],
  ['(int)new XElement("a", "3000000000")', 'throws System.OverflowException'],
  ['(uint)new XElement("a", "+1")', 'throws System.FormatException'],
  ['(double)new XElement("a", " INF ")', 'System.Double Infinity'],
  ['(decimal)new XElement("a", "1e2")', 'throws System.FormatException'],
  [
    '((DateTimeOffset)new XElement("a", "2024-02")).ToString("o")',
    'System.String 2024-02-01T00:00:00.0000000+00:00',
  ],
  ['(DateTimeOffset)new XElement("a", "2024-02-30")', 'throws System.FormatException'],
  ['(TimeSpan)new XElement("a", "-P1Y1M1DT1.5S")', 'System.TimeSpan -396.00:00:01.5000000'],
  ['(TimeSpan)new XElement("a", "P")', 'throws System.FormatException'],
  ['(TimeSpan)new XElement("a", "P99999999Y")', 'throws System.OverflowException'],
]);

holds('content of every kind is taken: nothing, lists, lists in lists', [
  [
    `new XElement("a", null, new object[] { 1, new[] { 2, 3 }, null }, "x").ToString()`,
    'System.String <a>123x</a>',
  ],
  [
    `new XElement("a", new List<XAttribute> { new XAttribute("b", 1) }, new XElement("c")).ToString(${flat})`,
    'System.String <a b="1"><c /></a>',
  ],
  [
    `new XElement("a", from i in Enumerable.Range(1, 2) select new XElement("i", new XAttribute("n", i))).ToString(${flat})`,
    'System.String <a><i n="1" /><i n="2" /></a>',
  ],
  [`new XElement("a", (object)new XAttribute("b", 1).Value).ToString()`, 'System.String <a>1</a>'],
]);

holds('a node is in one place: what stands somewhere is copied when it is added elsewhere', [
  [
    `{
      var one = XElement.Parse("<a><b/></a>");
      var other = new XElement("c", one.Element("b"), one.FirstNode);
      other.Elements().First().SetAttributeValue("n", 1);
      return one.ToString(${flat}) + other.ToString(${flat});
    }`,
    'System.String <a><b /></a><c><b n="1" /><b /></c>',
  ],
  [
    `{ var a = new XElement("a"); a.Add(a); a.Add(a); return a.ToString(${flat}); }`,
    'System.String <a><a /><a><a /></a></a>',
  ],
  [
    `{ var n = new XElement("b"); var a = new XElement("a", n); n.Value = "x"; return a.ToString(); }`,
    'System.String <a>\n  <b>x</b>\n</a>',
  ],
]);

holds('enumerations follow the tree while it changes, as in .NET', [
  [
    `{ var a = XElement.Parse("<a><b/><c/></a>"); foreach (var n in a.Elements()) n.Remove(); return a.ToString(${flat}); }`,
    'System.String <a><c /></a>',
  ],
  [
    `{ var a = XElement.Parse("<a><b/><c/></a>"); foreach (var n in a.Elements().ToList()) n.Remove(); return a.ToString(${flat}); }`,
    'System.String <a />',
  ],
  [
    `{ var a = XElement.Parse("<a><b/><c/></a>"); foreach (var n in a.Descendants()) n.Remove(); return a.ToString(${flat}); }`,
    'throws System.NullReferenceException',
  ],
  [
    `{ var q = XElement.Parse("<a/>"); var found = q.Elements("b"); q.Add(new XElement("b")); return found.Count(); }`,
    'System.Int32 1',
  ],
]);

holds('a document has one element, a type before it, and no text', [
  [
    'new XDocument(new XElement("a"), new XDocumentType("a", null, null, null))',
    'throws System.InvalidOperationException',
  ],
  [
    'new XDocument(new XDocumentType("a", null, null, null), new XElement("a")).ToString()',
    'System.String <!DOCTYPE a >\n<a />',
  ],
  ['new XDocument(new XAttribute("a", 1))', 'throws System.ArgumentException'],
  ['new XDocument(new XCData(" "))', 'throws System.ArgumentException'],
  ['new XDocument(" ", new XElement("a")).ToString()', 'System.String  <a />'],
  [
    '{ var d = XDocument.Parse("<a/>"); d.AddFirst(new XElement("b")); return d; }',
    'throws System.InvalidOperationException',
  ],
  [
    '{ var d = XDocument.Parse("<a/>"); d.Root.ReplaceWith(new XElement("b")); return d.ToString(); }',
    'System.String <b />',
  ],
]);

holds('a document without element is printed, and not saved', [
  ['new XDocument(new XComment("a")).ToString()', 'System.String <!--a-->'],
  [
    '{ new XDocument().Save(new StringWriter()); return 1; }',
    'throws System.InvalidOperationException',
  ],
]);

holds('names are equal by their parts and compare with texts', [
  ['XElement.Parse("<p:a xmlns:p=\'u\'/>").Name == "{u}a"', 'System.Boolean True'],
  ['XElement.Parse("<a xmlns=\'u\'><b/></a>").Element("b")', 'null'],
  [
    '{ XNamespace u = "u"; return XElement.Parse("<a xmlns=\'u\'><b>1</b></a>").Element(u + "b").Value; }',
    'System.String 1',
  ],
  ['new XName[] { XName.Get("a"), "a", "{u}a" }.Distinct().Count()', 'System.Int32 2'],
  ['new Dictionary<XName, int> { [XName.Get("a")] = 1 }["a"]', 'System.Int32 1'],
]);

holds('nodes print where texts are put together', [
  [
    '$"{new XElement("a", 1)}|" + new XAttribute("b", 2) + new XText("<")',
    'System.String <a>1</a>|b="2"&lt;',
  ],
  [
    'string.Join(",", XElement.Parse("<a>1<b/><!--c--></a>").Nodes())',
    'System.String 1,<b />,<!--c-->',
  ],
]);
