import { holds } from '../testing/table.ts';

// The numbers are those of Microsoft's compiler; Mono's agrees, where it knows the feature.

holds('a switch has distinct constant labels that nothing falls through', [
  ['{ switch (1) { case 1: break; case 1: break; } return 1; }', 'CS0152@1:31'],
  ['{ switch ("a") { case "a": break; case "a": break; } return 1; }', 'CS0152@1:35'],
  ['{ switch (1) { default: break; default: break; } return 1; }', 'CS0152@1:32'],
  ['{ switch (1) { case 1: case 2: break; case 2: break; } return 1; }', 'CS0152@1:39'],
  ['{ switch (1) { case 1: int x = 1; case 2: break; } return 1; }', 'CS0163@1:16'],
  ['{ switch (1) { case 1: int x = 1; break; case 2: return x; } return 1; }', 'CS0165@1:57'],
  [
    '{ switch (1) { case 1: int x = 1; break; case 2: int x = 2; break; } return 1; }',
    'CS0128@1:54',
  ],
  ['{ switch (1) { case "a": break; } return 1; }', 'CS0029@1:21'],
  ['{ switch (1) { case 1L: break; } return 1; }', 'CS0266@1:21'],
  ['{ switch (1) { case 1.5: break; } return 1; }', 'CS0266@1:21'],
  [`{ switch ('a') { case 97: break; } return 1; }`, 'CS0266@1:23'],
  ['{ switch ((byte)1) { case 300: break; } return 1; }', 'CS0031@1:27'],
  ['{ switch ("a") { case 1: break; } return 1; }', 'CS0029@1:23'],
  ['{ int y = 1; switch (1) { case y: break; } return 1; }', 'CS0150@1:32'],
  ['{ switch (DayOfWeek.Monday) { case 1: return 3; } return 1; }', 'CS0266@1:36'],
  ['{ switch (true) { case true: return 3; case false: return 2; } }', 'CS0161@1:62'],
  ['{ switch (DateTime.Now) { case 1: return 3; } return 1; }', 'CS0029@1:32'],
  ['{ switch (null) { case null: return 1; } return 1; }', 'CS8119@1:11'],
  ['{ switch (1) { case 1: goto case 3; } return 1; }', 'CS0159@1:24'],
  ['{ switch (1) { case 1: goto default; } return 1; }', 'CS0159@1:24'],
  ['{ goto case 1; }', 'CS0153@1:3'],
  ['{ goto default; }', 'CS0153@1:3'],
  ['{ switch (1) { case 1: } return 1; }', 'CS8070@1:16'],
  ['{ switch (1) { case 1: case 2: } return 1; }', 'CS8070@1:24'],
  ['{ switch (1) { case 1: ; case 2: break; } return 1; }', 'CS0163@1:16'],
]);
