<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>ハイコントラスト（暗）</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>ハイコントラスト（明）</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Insert State Here…</source>
        <translation>ここにステートを挿入…</translation>
    </message>
    <message>
        <source>Add State After…</source>
        <translation>後にステートを追加…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>ブレークポイント</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Insert as the first state. Esc cancels</source>
        <translation>最初のステートとして挿入します。Esc で取り消し</translation>
    </message>
    <message>
        <source>Copy to the start. Esc cancels</source>
        <translation>先頭にコピーします。Esc で取り消し</translation>
    </message>
    <message>
        <source>Move to the start. Esc cancels, Ctrl copies</source>
        <translation>先頭に移動します。Esc で取り消し、Ctrl でコピー</translation>
    </message>
    <message>
        <source>Insert after %1. Esc cancels</source>
        <translation>%1 の後に挿入します。Esc で取り消し</translation>
    </message>
    <message>
        <source>Copy behind %1. Esc cancels</source>
        <translation>%1 の後にコピーします。Esc で取り消し</translation>
    </message>
    <message>
        <source>Move behind %1. Esc cancels, Ctrl copies</source>
        <translation>%1 の後に移動します。Esc で取り消し、Ctrl でコピー</translation>
    </message>
    <message>
        <source>A way cannot lead into another scope</source>
        <translation>別のスコープへはつなげません</translation>
    </message>
    <message>
        <source>Drop on the state where this way shall lead. Esc cancels</source>
        <translation>行き先のステートの上で離してください。Esc で取り消し</translation>
    </message>
    <message>
        <source>Insert state here</source>
        <translation>ここにステートを挿入</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a state, what it is</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 places of the run stand here. Click to follow the next one.</source>
        <translation>実行の %1 個の場所がここにあります。クリックすると次の場所を追います。</translation>
    </message>
    <message>
        <source>The run stands here too. Click to follow this place.</source>
        <translation>実行はここにもあります。クリックするとこの場所を追います。</translation>
    </message>
</context>
<context>
    <name>DiagramMaker</name>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>branches · states</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No state %1 here</source>
        <translation>ステート %1 はありません</translation>
    </message>
    <message>
        <source>Drop state here</source>
        <translation>ここにステートをドロップ</translation>
    </message>
    <message>
        <source>1 state</source>
        <translation>1 個のステート</translation>
    </message>
    <message>
        <source>%1 states</source>
        <translation>%1 個のステート</translation>
    </message>
    <message>
        <source>1 branch</source>
        <translation>1 個のブランチ</translation>
    </message>
    <message>
        <source>%1 branches</source>
        <translation>%1 個のブランチ</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 needs a whole number that is not negative.</source>
        <translation>%1 には 0 以上の整数が必要です。</translation>
    </message>
    <message>
        <source>--context needs a file with an object of the Context object&apos;s shape.</source>
        <translation>--context には、コンテキストオブジェクトの形のオブジェクトを持つファイルが必要です。</translation>
    </message>
    <message>
        <source>--now needs a time like 2026-03-01T10:00:00Z.</source>
        <translation>--now には 2026-03-01T10:00:00Z のような時刻が必要です。</translation>
    </message>
    <message>
        <source>Give either --tasks or --mocks, not both.</source>
        <translation>--tasks と --mocks はどちらか一方だけを指定してください。</translation>
    </message>
    <message>
        <source>Nothing answers attempt %2 of state &quot;%1&quot;. Add an outcome for it to --tasks or --mocks.</source>
        <translation>ステート「%1」の %2 回目に応答がありません。--tasks か --mocks に結果を追加してください。</translation>
    </message>
    <message>
        <source>The run took %1 steps without coming to an end, so it was given up.</source>
        <translation>実行は %1 ステップ進んでも終わらなかったため、打ち切りました。</translation>
    </message>
    <message>
        <source>%1 cannot be given for a record of a run: the record says it.</source>
        <translation>実行の記録に %1 は指定できません。記録の内容が使われます。</translation>
    </message>
    <message>
        <source>--record needs a name that ends in .run.json, by which `run` knows a record.</source>
        <translation>--record には、.run.json で終わる名前が必要です。`run` はこれで記録を見分けます。</translation>
    </message>
    <message>
        <source>Only one file can be &quot;-&quot;: standard input is read once.</source>
        <translation>&quot;-&quot; を指定できるファイルは 1 つだけです。標準入力は 1 回しか読めません。</translation>
    </message>
    <message>
        <source>--format %1: it is text, json or junit.</source>
        <translation>--format %1: text、json、junit のいずれかです。</translation>
    </message>
    <message>
        <source>%1: --task-result needs an object with &quot;return&quot;, or with &quot;throw&quot; and in it &quot;error&quot; and &quot;cause&quot;.</source>
        <translation>%1: --task-result には、&quot;return&quot;、または &quot;throw&quot; とその中の &quot;error&quot; と &quot;cause&quot; を持つオブジェクトが必要です。</translation>
    </message>
    <message>
        <source>%1: %2 Name the folder that holds it with --files.</source>
        <translation>%1: %2 それを含むフォルダーを --files で指定してください。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The value is nested more than %1 levels deep.</source>
        <translation>値の入れ子が %1 段を超えています。</translation>
    </message>
    <message>
        <source>The number %1 is too large.</source>
        <translation>数値 %1 は大きすぎます。</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>ここに値がありません。</translation>
    </message>
    <message>
        <source>The token ${%1} has no value. Give it one in the table of tokens, or by --values.</source>
        <translation>トークン ${%1} に値がありません。トークンの表か --values で指定してください。</translation>
    </message>
    <message>
        <source>JSON data has no comments.</source>
        <translation>JSON データにコメントは書けません。</translation>
    </message>
    <message>
        <source>A value must follow this comma.</source>
        <translation>このコンマの後には値が必要です。</translation>
    </message>
    <message>
        <source>JSON data has no ${Tokens} outside strings.</source>
        <translation>JSON データでは、文字列の外に ${Tokens} を書けません。</translation>
    </message>
    <message>
        <source>The text is not UTF-8 from here on.</source>
        <translation>ここから先のテキストは UTF-8 ではありません。</translation>
    </message>
    <message>
        <source>The start leads to a state, not to the end.</source>
        <translation>開始からつなげるのはステートだけで、終了にはつなげません。</translation>
    </message>
    <message>
        <source>A Choice cannot lead to the end. Let it lead to a Succeed state.</source>
        <translation>Choice から終了へはつなげません。Succeed ステートへつないでください。</translation>
    </message>
    <message>
        <source>A Catch cannot lead to the end. Let it lead to a Succeed state.</source>
        <translation>Catch から終了へはつなげません。Succeed ステートへつないでください。</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot;.</source>
        <translation>ステート「%1」はありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is inside another state; only states beside this one can follow.</source>
        <translation>「%1」は別のステートの中にあります。次に置けるのは同じ階層のステートだけです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is outside &quot;%2&quot;; only states beside this one can follow.</source>
        <translation>「%1」は「%2」の外にあります。次に置けるのは同じ階層のステートだけです。</translation>
    </message>
    <message>
        <source>Connect %1 to the end</source>
        <translation>%1 を終了へ接続</translation>
    </message>
    <message>
        <source>Start with %1</source>
        <translation>%1 から開始</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 を %2 へ接続</translation>
    </message>
    <message>
        <source>No state is selected.</source>
        <translation>ステートが選ばれていません。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Delete %1 states</source>
        <translation>%1 個のステートを削除</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends the way; nothing can follow it.</source>
        <translation>「%1」で流れが終わるため、後には何も置けません。</translation>
    </message>
    <message>
        <source>The place to insert is no longer there.</source>
        <translation>挿入する場所がなくなりました。</translation>
    </message>
    <message>
        <source>The definition is not a JSON object. Mend the text first.</source>
        <translation>定義が JSON オブジェクトではありません。先にテキストを直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no known type. Choose its type first.</source>
        <translation>「%1」のタイプが不明です。先にタイプを選んでください。</translation>
    </message>
    <message>
        <source>The new state &quot;%1&quot; is not a JSON object.</source>
        <translation>新しいステート「%1」が JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>States is not an object here. Mend the text first.</source>
        <translation>ここの States がオブジェクトではありません。先にテキストを直してください。</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 を挿入</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 を複製</translation>
    </message>
    <message>
        <source>Its Catch goes to %1, outside this branch</source>
        <translation>Catch の遷移先 %1 がこのブランチの外にあります</translation>
    </message>
    <message>
        <source>Its rule goes to %1, outside this branch</source>
        <translation>ルールの遷移先 %1 がこのブランチの外にあります</translation>
    </message>
    <message>
        <source>Its Catch goes to %1, outside this Map</source>
        <translation>Catch の遷移先 %1 がこの Map の外にあります</translation>
    </message>
    <message>
        <source>Its rule goes to %1, outside this Map</source>
        <translation>ルールの遷移先 %1 がこの Map の外にあります</translation>
    </message>
    <message>
        <source>Its Catch goes to %1, which stays inside %2</source>
        <translation>Catch の遷移先 %1 は %2 の中に残ります</translation>
    </message>
    <message>
        <source>Its rule goes to %1, which stays inside %2</source>
        <translation>ルールの遷移先 %1 は %2 の中に残ります</translation>
    </message>
    <message>
        <source>A state cannot be moved into itself.</source>
        <translation>ステートを自分自身の中へは移動できません。</translation>
    </message>
    <message>
        <source>It is already here.</source>
        <translation>すでにここにあります。</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 を移動</translation>
    </message>
    <message>
        <source>A state needs a name of at least one character.</source>
        <translation>ステートの名前は 1 文字以上必要です。</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8.</source>
        <translation>名前が正しい UTF-8 ではありません。</translation>
    </message>
    <message>
        <source>A state name has at most %1 characters; this one has %2.</source>
        <translation>ステートの名前は最大 %1 文字です。この名前は %2 文字です。</translation>
    </message>
    <message>
        <source>Another state is called &quot;%1&quot;. Names are unique in the whole state machine.</source>
        <translation>「%1」という名前のステートがすでにあります。名前はステートマシン全体で一意にしてください。</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 の名前を変更</translation>
    </message>
    <message>
        <source>The text of &quot;%1&quot; is broken. Mend it first.</source>
        <translation>「%1」のテキストが壊れています。先に直してください。</translation>
    </message>
    <message>
        <source>The definition has nothing at %1.</source>
        <translation>定義の %1 には何もありません。</translation>
    </message>
    <message>
        <source>The value is not valid JSON: %1</source>
        <translation>値が正しい JSON ではありません: %1</translation>
    </message>
    <message>
        <source>The value is empty. A text needs its quotes: &quot;&quot;.</source>
        <translation>値が空です。文字列には引用符が必要です: &quot;&quot;。</translation>
    </message>
    <message>
        <source>The value is not strict JSON. Leave out comments and trailing commas.</source>
        <translation>値が厳密な JSON ではありません。コメントと末尾のコンマを取り除いてください。</translation>
    </message>
    <message>
        <source>%1 is neither an object nor an array; nothing can be added to it.</source>
        <translation>%1 はオブジェクトでも配列でもないため、追加できません。</translation>
    </message>
    <message>
        <source>The array %1 has %2 items. Add one with - or %2 as the index.</source>
        <translation>配列 %1 には %2 個の項目があります。追加するには、インデックスに - か %2 を指定してください。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 を設定</translation>
    </message>
    <message>
        <source>The whole definition cannot be removed, only parts of it.</source>
        <translation>削除できるのは定義の一部だけで、全体は削除できません。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>The file is larger than 4 GiB. A definition may have at most 1 MiB.</source>
        <translation>ファイルが 4 GiB を超えています。定義は最大 1 MiB です。</translation>
    </message>
    <message>
        <source>Line %1, column %2: the byte %3 is not UTF-8. Save the file as UTF-8 and open it again.</source>
        <translation>%1 行 %2 列: バイト %3 は UTF-8 ではありません。UTF-8 で保存して、開き直してください。</translation>
    </message>
    <message>
        <source>A definition is a JSON object with &quot;StartAt&quot; and &quot;States&quot;.</source>
        <translation>定義は &quot;StartAt&quot; と &quot;States&quot; を持つ JSON オブジェクトです。</translation>
    </message>
    <message>
        <source>&quot;StartAt&quot; must name a state beside it; there is no state &quot;%1&quot;.</source>
        <translation>&quot;StartAt&quot; には同じ階層のステートを指定してください。ステート「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot; to go to.</source>
        <translation>遷移先のステート「%1」がありません。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; has no &quot;Type&quot; that is known.</source>
        <translation>ステート「%1」の &quot;Type&quot; がないか、不明な値です。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; needs &quot;Next&quot; or &quot;End&quot;: true.</source>
        <translation>ステート「%1」には &quot;Next&quot; か &quot;End&quot;: true が必要です。</translation>
    </message>
    <message>
        <source>Task &quot;%1&quot; needs a &quot;Resource&quot;.</source>
        <translation>Task「%1」には &quot;Resource&quot; が必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time like 2026-03-01T10:00:00Z.</source>
        <translation>&quot;%1&quot; は 2026-03-01T10:00:00Z のような時刻ではありません。</translation>
    </message>
    <message>
        <source>Wait &quot;%1&quot; needs &quot;Seconds&quot;, &quot;SecondsPath&quot;, &quot;Timestamp&quot; or &quot;TimestampPath&quot;.</source>
        <translation>Wait「%1」には &quot;Seconds&quot;、&quot;SecondsPath&quot;、&quot;Timestamp&quot;、&quot;TimestampPath&quot; のいずれかが必要です。</translation>
    </message>
    <message>
        <source>Map &quot;%1&quot; needs an &quot;ItemProcessor&quot;.</source>
        <translation>Map「%1」には &quot;ItemProcessor&quot; が必要です。</translation>
    </message>
    <message>
        <source>A Choice Rule needs &quot;Variable&quot; and an operator, or &quot;And&quot;, &quot;Or&quot; or &quot;Not&quot;.</source>
        <translation>Choice ルールには &quot;Variable&quot; と演算子、または &quot;And&quot;、&quot;Or&quot;、&quot;Not&quot; が必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a Choice Rule inside.</source>
        <translation>&quot;%1&quot; の中に Choice ルールが必要です。</translation>
    </message>
    <message>
        <source>Parallel &quot;%1&quot; needs &quot;Branches&quot;.</source>
        <translation>Parallel「%1」には &quot;Branches&quot; が必要です。</translation>
    </message>
    <message>
        <source>${%1} has no value. Give it one to run this definition.</source>
        <translation>${%1} に値がありません。この定義を実行するには値を指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a string.</source>
        <translation>&quot;%1&quot; は文字列でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>&quot;%1&quot; は数値でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path: %2</source>
        <translation>&quot;%1&quot; はパスではありません: %2</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Reference Path: %2</source>
        <translation>&quot;%1&quot; は Reference Path ではありません: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of strings that is not empty.</source>
        <translation>&quot;%1&quot; は文字列の配列で、空ではいけません。</translation>
    </message>
    <message>
        <source>Mocked response &quot;%1&quot;: each member is named &quot;0&quot; or &quot;1-2&quot; and holds either &quot;Return&quot; or &quot;Throw&quot;.</source>
        <translation>モック応答「%1」: メンバー名は &quot;0&quot; や &quot;1-2&quot; とし、それぞれに &quot;Return&quot; か &quot;Throw&quot; を書いてください。</translation>
    </message>
    <message>
        <source>Mocked response &quot;%1&quot; answers invocation %2 twice.</source>
        <translation>モック応答「%1」に %2 番の呼び出しへの応答が 2 つあります。</translation>
    </message>
    <message>
        <source>State machine &quot;%1&quot; of the mock file needs &quot;TestCases&quot;.</source>
        <translation>モックファイルのステートマシン「%1」には &quot;TestCases&quot; が必要です。</translation>
    </message>
    <message>
        <source>Test case &quot;%1&quot; names the mocked response &quot;%2&quot;, which is not in &quot;MockedResponses&quot;.</source>
        <translation>テストケース「%1」が指定するモック応答「%2」は &quot;MockedResponses&quot; にありません。</translation>
    </message>
    <message>
        <source>Choose one of the test cases of the mock file: %1</source>
        <translation>モックファイルのテストケースから選んでください: %1</translation>
    </message>
    <message>
        <source>Entry %1 of the outcomes has more than one of &quot;return&quot;, &quot;throw&quot; and &quot;echo&quot;.</source>
        <translation>結果の項目 %1 に &quot;return&quot;、&quot;throw&quot;、&quot;echo&quot; のうち複数があります。</translation>
    </message>
    <message>
        <source>&quot;throw&quot; in entry %1 of the outcomes must be an object with &quot;error&quot; and &quot;cause&quot;.</source>
        <translation>結果の項目 %1 の &quot;throw&quot; は &quot;error&quot; と &quot;cause&quot; を持つオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>Outcomes of tasks are an array of objects with &quot;state&quot; and &quot;return&quot; or &quot;throw&quot;.</source>
        <translation>タスクの結果は、&quot;state&quot; と、&quot;return&quot; または &quot;throw&quot; を持つオブジェクトの配列です。</translation>
    </message>
    <message>
        <source>Entry %1 of the outcomes needs &quot;state&quot;, the name of a Task state.</source>
        <translation>結果の項目 %1 には、Task ステートの名前を書いた &quot;state&quot; が必要です。</translation>
    </message>
    <message>
        <source>&quot;iteration&quot; in entry %1 of the outcomes must be an array of indexes.</source>
        <translation>結果の項目 %1 の &quot;iteration&quot; はインデックスの配列でなければなりません。</translation>
    </message>
    <message>
        <source>Wait state · %1 s</source>
        <translation>Wait ステート · %1 秒</translation>
    </message>
    <message>
        <source>Wait state · until %1</source>
        <translation>Wait ステート · %1 まで</translation>
    </message>
    <message>
        <source>Map: JSON payload</source>
        <translation>Map: JSON ペイロード</translation>
    </message>
    <message>
        <source>Map: S3 inventory</source>
        <translation>Map: S3 インベントリ</translation>
    </message>
    <message>
        <source>Map: Athena data</source>
        <translation>Map: Athena データ</translation>
    </message>
    <message>
        <source>Map: %1 files in S3</source>
        <translation>Map: S3 の複数の %1 ファイル</translation>
    </message>
    <message>
        <source>Map: %1 file in S3</source>
        <translation>Map: S3 の %1 ファイル</translation>
    </message>
    <message>
        <source>Map: S3 objects</source>
        <translation>Map: S3 オブジェクト</translation>
    </message>
    <message>
        <source>Map: S3 file</source>
        <translation>Map: S3 ファイル</translation>
    </message>
    <message>
        <source>Map state · one at a time</source>
        <translation>Map ステート · 1 つずつ</translation>
    </message>
    <message>
        <source>Map state · %1 at a time</source>
        <translation>Map ステート · 同時に %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Activity: %1</source>
        <translation>Activity: %1</translation>
    </message>
    <message>
        <source>Task state</source>
        <translation>Task ステート</translation>
    </message>
    <message>
        <source>HTTP: Call endpoint</source>
        <translation>HTTP: エンドポイントを呼び出す</translation>
    </message>
    <message>
        <source>State</source>
        <translation>ステート</translation>
    </message>
    <message>
        <source>Parallel state</source>
        <translation>Parallel ステート</translation>
    </message>
    <message>
        <source>Map state</source>
        <translation>Map ステート</translation>
    </message>
    <message>
        <source>Pass state</source>
        <translation>Pass ステート</translation>
    </message>
    <message>
        <source>Wait state</source>
        <translation>Wait ステート</translation>
    </message>
    <message>
        <source>Choice state</source>
        <translation>Choice ステート</translation>
    </message>
    <message>
        <source>Succeed state</source>
        <translation>Succeed ステート</translation>
    </message>
    <message>
        <source>Fail state</source>
        <translation>Fail ステート</translation>
    </message>
    <message>
        <source>Catch #%1</source>
        <translation>Catch #%1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>Rule #%1</source>
        <translation>ルール #%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The text goes on after its end. Remove what follows, or a closing bracket too many before it.</source>
        <translation>終わりの後にテキストが続いています。後に続くものか、前にある余分な閉じ括弧を削除してください。</translation>
    </message>
    <message>
        <source>The text is empty. A definition is a JSON object: { … }.</source>
        <translation>テキストが空です。定義は JSON オブジェクトです: { … }。</translation>
    </message>
    <message>
        <source>This comment has no end. Write */ behind it.</source>
        <translation>このコメントが閉じていません。最後に */ を書いてください。</translation>
    </message>
    <message>
        <source>This does not belong behind the value of &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の値の後に書けないものがあります。</translation>
    </message>
    <message>
        <source>This does not belong behind item %1.</source>
        <translation>項目 %1 の後に書けないものがあります。</translation>
    </message>
    <message>
        <source>This does not belong here.</source>
        <translation>ここには書けません。</translation>
    </message>
    <message>
        <source>There is a quote too many.</source>
        <translation>引用符が 1 つ余分です。</translation>
    </message>
    <message>
        <source>The text of &quot;%1&quot; has no closing quote.</source>
        <translation>&quot;%1&quot; の文字列を閉じる引用符がありません。</translation>
    </message>
    <message>
        <source>The text of item %1 has no closing quote.</source>
        <translation>項目 %1 の文字列を閉じる引用符がありません。</translation>
    </message>
    <message>
        <source>This text has no closing quote.</source>
        <translation>この文字列を閉じる引用符がありません。</translation>
    </message>
    <message>
        <source>Expected ] to close the array that begins on line %1.</source>
        <translation>%1 行目で始まる配列を閉じる ] が必要です。</translation>
    </message>
    <message>
        <source>Expected { before &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の前に { が必要です。</translation>
    </message>
    <message>
        <source>Expected a comma or } after the value of &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の値の後にコンマか } が必要です。</translation>
    </message>
    <message>
        <source>Expected a comma or ] after item %1.</source>
        <translation>項目 %1 の後にコンマか ] が必要です。</translation>
    </message>
    <message>
        <source>There is a comma too many.</source>
        <translation>コンマが 1 つ余分です。</translation>
    </message>
    <message>
        <source>Expected a value before the comma.</source>
        <translation>コンマの前に値が必要です。</translation>
    </message>
    <message>
        <source>There is a } too many.</source>
        <translation>} が 1 つ余分です。</translation>
    </message>
    <message>
        <source>There is a ] too many.</source>
        <translation>] が 1 つ余分です。</translation>
    </message>
    <message>
        <source>Expected } to close the object that begins on line %1.</source>
        <translation>%1 行目で始まるオブジェクトを閉じる } が必要です。</translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels. What lies deeper is not read.</source>
        <translation>テキストの入れ子が %1 段を超えています。それより深い部分は読み込みません。</translation>
    </message>
    <message>
        <source>There is a { too many.</source>
        <translation>{ が 1 つ余分です。</translation>
    </message>
    <message>
        <source>Expected a name in double quotes.</source>
        <translation>二重引用符で囲んだ名前が必要です。</translation>
    </message>
    <message>
        <source>Names stand in double quotes: %1</source>
        <translation>名前は二重引用符で囲みます: %1</translation>
    </message>
    <message>
        <source>The name %1 has no closing quote.</source>
        <translation>名前 %1 を閉じる引用符がありません。</translation>
    </message>
    <message>
        <source>Expected a colon after &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の後にコロンが必要です。</translation>
    </message>
    <message>
        <source>Expected a colon and a value after &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の後にコロンと値が必要です。</translation>
    </message>
    <message>
        <source>Expected a value for &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; の値が必要です。</translation>
    </message>
    <message>
        <source>Expected a value as item %1.</source>
        <translation>項目 %1 の値が必要です。</translation>
    </message>
    <message>
        <source>Expected a JSON object: { … }.</source>
        <translation>JSON オブジェクトが必要です: { … }。</translation>
    </message>
    <message>
        <source>There is a colon too many.</source>
        <translation>コロンが 1 つ余分です。</translation>
    </message>
    <message>
        <source>%1 is no JSON value. Text stands in double quotes.</source>
        <translation>%1 は JSON の値ではありません。文字列は二重引用符で囲みます。</translation>
    </message>
    <message>
        <source>JSON has no escape %1. A backslash itself is written \\.</source>
        <translation>JSON にエスケープ %1 はありません。バックスラッシュ自体は \\ と書きます。</translation>
    </message>
    <message>
        <source>A tab or control character inside a text is written as an escape such as \t.</source>
        <translation>文字列の中のタブや制御文字は、\t などのエスケープで書きます。</translation>
    </message>
    <message>
        <source>Two changes of one edit overlap in the text.</source>
        <translation>1 つの編集の中で、テキストの 2 つの変更が重なっています。</translation>
    </message>
    <message>
        <source>the context object cannot be written to; begin with &quot;$.&quot;</source>
        <translation>コンテキストオブジェクトには書き込めません。&quot;$.&quot; で始めてください</translation>
    </message>
    <message>
        <source>a variable cannot be written to here; use &quot;Assign&quot; or begin with &quot;$.&quot;</source>
        <translation>ここでは変数に書き込めません。&quot;Assign&quot; を使うか、&quot;$.&quot; で始めてください</translation>
    </message>
    <message>
        <source>a path, or a call of an intrinsic function that gives a text, must stand here</source>
        <translation>ここには、パスか、文字列を返す組み込み関数の呼び出しが必要です</translation>
    </message>
    <message>
        <source>The rule compares &quot;Variable&quot; with nothing. Add a comparison such as &quot;StringEquals&quot;.</source>
        <translation>ルールに &quot;Variable&quot; の比較がありません。&quot;StringEquals&quot; などの比較を追加してください。</translation>
    </message>
    <message>
        <source>A rule with &quot;And&quot;, &quot;Or&quot; or &quot;Not&quot; compares nothing itself. Move &quot;%1&quot; into it.</source>
        <translation>&quot;And&quot;、&quot;Or&quot;、&quot;Not&quot; を持つルール自体は比較をしません。&quot;%1&quot; をその中に移してください。</translation>
    </message>
    <message>
        <source>%1 has no &quot;Default&quot;: when no rule is true, the execution fails.</source>
        <translation>%1 に &quot;Default&quot; がありません。どのルールも真でないと、実行が失敗します。</translation>
    </message>
    <message>
        <source>States.ALL stands for all errors and must be the only name in its list.</source>
        <translation>States.ALL はすべてのエラーを表すため、配列の中で唯一の名前でなければなりません。</translation>
    </message>
    <message>
        <source>What comes after this %1 is never tried. States.ALL must be in the last one.</source>
        <translation>この %1 より後は試されません。States.ALL は最後に書いてください。</translation>
    </message>
    <message>
        <source>There is no error &quot;%1&quot;; it never matches.</source>
        <translation>エラー &quot;%1&quot; はありません。一致することはありません。</translation>
    </message>
    <message>
        <source>Change to &quot;%1&quot;</source>
        <translation>&quot;%1&quot; に変更</translation>
    </message>
    <message>
        <source>&quot;HeartbeatSeconds&quot; must be smaller than &quot;TimeoutSeconds&quot;.</source>
        <translation>&quot;HeartbeatSeconds&quot; は &quot;TimeoutSeconds&quot; より小さくなければなりません。</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation>&quot;%1&quot; を削除</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;.</source>
        <translation>%1 にフィールド &quot;%2&quot; はありません。</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;. Did you mean &quot;%3&quot;?</source>
        <translation>%1 にフィールド &quot;%2&quot; はありません。&quot;%3&quot; のことですか？</translation>
    </message>
    <message>
        <source>Rename to &quot;%1&quot;</source>
        <translation>&quot;%1&quot; に名前を変更</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a field of %2 states; a %3 state does not have it.</source>
        <translation>&quot;%1&quot; は %2 ステートのフィールドです。%3 ステートにはありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists only in %2; the query language here is %3.</source>
        <translation>&quot;%1&quot; があるのは %2 だけです。ここのクエリ言語は %3 です。</translation>
    </message>
    <message>
        <source>The definition lacks %1.</source>
        <translation>定義に %1 がありません。</translation>
    </message>
    <message>
        <source>%1 needs &quot;%2&quot;.</source>
        <translation>%1 には &quot;%2&quot; が必要です。</translation>
    </message>
    <message>
        <source>%1 leads nowhere. Give it &quot;Next&quot; or &quot;End&quot;: true.</source>
        <translation>%1 の遷移先がありません。&quot;Next&quot; か &quot;End&quot;: true を指定してください。</translation>
    </message>
    <message>
        <source>%1 needs one of %2.</source>
        <translation>%1 には %2 のいずれかが必要です。</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>ここで終了</translation>
    </message>
    <message>
        <source>%1 has both &quot;%2&quot; and &quot;%3&quot;. Keep one of them.</source>
        <translation>%1 に &quot;%2&quot; と &quot;%3&quot; の両方があります。どちらか 1 つにしてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the former name of &quot;%2&quot;.</source>
        <translation>&quot;%1&quot; は &quot;%2&quot; の旧名です。</translation>
    </message>
    <message>
        <source>A label may not be empty or contain blanks, control characters or any of ? * &lt; &gt; { } [ ] : ; , \ | ^ ~ $ # % &amp; ` &quot;.</source>
        <translation>ラベルは空にできません。空白、制御文字、および ? * &lt; &gt; { } [ ] : ; , \ | ^ ~ $ # % &amp; ` &quot; は使えません。</translation>
    </message>
    <message>
        <source>Another Map has the label &quot;%1&quot;; a label may be used only once.</source>
        <translation>別の Map にラベル &quot;%1&quot; があります。ラベルは 1 回しか使えません。</translation>
    </message>
    <message>
        <source>A distributed Map needs &quot;ExecutionType&quot;: &quot;STANDARD&quot; or &quot;EXPRESS&quot;.</source>
        <translation>分散マップには &quot;ExecutionType&quot;: &quot;STANDARD&quot; または &quot;EXPRESS&quot; が必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has an effect only in a distributed Map (ProcessorConfig, Mode DISTRIBUTED).</source>
        <translation>&quot;%1&quot; が有効なのは分散マップ (ProcessorConfig の Mode が DISTRIBUTED) だけです。</translation>
    </message>
    <message>
        <source>An ItemReader reads with arn:aws:states:::s3:getObject or arn:aws:states:::s3:listObjectsV2.</source>
        <translation>ItemReader の読み込みには arn:aws:states:::s3:getObject か arn:aws:states:::s3:listObjectsV2 を使います。</translation>
    </message>
    <message>
        <source>Reading CSV needs &quot;CSVHeaderLocation&quot;: &quot;FIRST_ROW&quot; or &quot;GIVEN&quot;.</source>
        <translation>CSV の読み込みには &quot;CSVHeaderLocation&quot;: &quot;FIRST_ROW&quot; または &quot;GIVEN&quot; が必要です。</translation>
    </message>
    <message>
        <source>With &quot;GIVEN&quot; the names of the columns stand in &quot;CSVHeaders&quot;.</source>
        <translation>&quot;GIVEN&quot; のときは、列名を &quot;CSVHeaders&quot; に書きます。</translation>
    </message>
    <message>
        <source>Reading an object needs its &quot;InputType&quot; in the &quot;ReaderConfig&quot;.</source>
        <translation>オブジェクトの読み込みには &quot;ReaderConfig&quot; の &quot;InputType&quot; が必要です。</translation>
    </message>
    <message>
        <source>What is to be read is not named: &quot;%1&quot; is missing.</source>
        <translation>読み込む対象が指定されていません。&quot;%1&quot; がありません。</translation>
    </message>
    <message>
        <source>A ResultWriter writes with arn:aws:states:::s3:putObject.</source>
        <translation>ResultWriter の書き込みには arn:aws:states:::s3:putObject を使います。</translation>
    </message>
    <message>
        <source>The service has no resource &quot;%1&quot;. Actions without an integration of their own are called as arn:aws:states:::aws-sdk:SERVICE:ACTION.</source>
        <translation>サービスにリソース &quot;%1&quot; はありません。専用の統合がないアクションは arn:aws:states:::aws-sdk:SERVICE:ACTION で呼び出します。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the ARN of a function, an activity or an integration; the service does not take it.</source>
        <translation>&quot;%1&quot; は関数、アクティビティ、統合のいずれの ARN でもないため、サービスは受け付けません。</translation>
    </message>
    <message>
        <source>An Express workflow cannot use activities.</source>
        <translation>Express ワークフローではアクティビティを使えません。</translation>
    </message>
    <message>
        <source>An Express workflow cannot wait for a task token.</source>
        <translation>Express ワークフローはタスクトークンを待てません。</translation>
    </message>
    <message>
        <source>An Express workflow cannot wait for a job (.sync).</source>
        <translation>Express ワークフローはジョブ (.sync) を待てません。</translation>
    </message>
    <message>
        <source>An Express workflow cannot have a distributed Map.</source>
        <translation>Express ワークフローに分散マップは置けません。</translation>
    </message>
    <message>
        <source>%1 needs &quot;Type&quot;, one of: %2.</source>
        <translation>%1 には &quot;Type&quot; が必要です。次のいずれかです: %2。</translation>
    </message>
    <message>
        <source>&quot;Type&quot; must be one of: %1.</source>
        <translation>&quot;Type&quot; は次のいずれかでなければなりません: %1。</translation>
    </message>
    <message>
        <source>A state needs a name.</source>
        <translation>ステートには名前が必要です。</translation>
    </message>
    <message>
        <source>The name of a state may have at most %1 characters; this one has %2.</source>
        <translation>ステートの名前は最大 %1 文字です。この名前は %2 文字です。</translation>
    </message>
    <message>
        <source>There is another state &quot;%1&quot; in line %2. A name may be used only once, inside Parallel and Map too.</source>
        <translation>%2 行目に別のステート「%1」があります。名前は Parallel や Map の中も含めて 1 回しか使えません。</translation>
    </message>
    <message>
        <source>The state machine&apos;s query language is JSONata; a state cannot go back to JSONPath.</source>
        <translation>ステートマシンのクエリ言語が JSONata のとき、ステートを JSONPath に戻すことはできません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is computed: its value must be a path such as &quot;$.detail&quot; or a call of an intrinsic function.</source>
        <translation>&quot;%1&quot; は計算されます。値は &quot;$.detail&quot; のようなパスか、組み込み関数の呼び出しでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; give the same member. Keep one of them.</source>
        <translation>&quot;%1&quot; と &quot;%2&quot; は同じメンバーになります。どちらか 1 つにしてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; should be an object; anything else is handed on as it is.</source>
        <translation>&quot;%1&quot; はオブジェクトにしてください。それ以外はそのまま渡されます。</translation>
    </message>
    <message>
        <source>This stays text: in a list nothing is computed. Build the list with States.Array.</source>
        <translation>これは文字列のままです。配列の中は計算されません。States.Array で配列を作ってください。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; looks like an expression, but stays text. To compute it, call the key &quot;%1.$&quot;.</source>
        <translation>&quot;%1&quot; の値は式に見えますが、文字列のままです。計算するには、キーを &quot;%1.$&quot; にしてください。</translation>
    </message>
    <message>
        <source>&quot;Result&quot; is taken as it is; nothing in it is computed. Use &quot;Parameters&quot; to compute.</source>
        <translation>&quot;Result&quot; はそのまま使われ、中は計算されません。計算するには &quot;Parameters&quot; を使ってください。</translation>
    </message>
    <message>
        <source>&quot;states&quot; is reserved and cannot be a variable.</source>
        <translation>&quot;states&quot; は予約されており、変数にできません。</translation>
    </message>
    <message>
        <source>A variable needs a name.</source>
        <translation>変数には名前が必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a part of a variable; only whole variables can be assigned.</source>
        <translation>&quot;%1&quot; は変数の一部です。代入できるのは変数全体だけです。</translation>
    </message>
    <message>
        <source>The name of a variable may have at most %1 characters.</source>
        <translation>変数の名前は最大 %1 文字です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a good name for a variable: a letter, then letters, digits and _.</source>
        <translation>&quot;%1&quot; は変数の名前に適していません。文字で始め、文字、数字、_ を続けてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to an outer scope, which a branch or an iteration can read but not change. Choose another name.</source>
        <translation>&quot;%1&quot; は外側のスコープの変数です。ブランチや反復からは読めますが、変更できません。別の名前にしてください。</translation>
    </message>
    <message>
        <source>The text is empty. A definition is a JSON object with &quot;StartAt&quot; and &quot;States&quot;.</source>
        <translation>テキストが空です。定義は &quot;StartAt&quot; と &quot;States&quot; を持つ JSON オブジェクトです。</translation>
    </message>
    <message>
        <source>Comments are kept here, but the service does not take them. Export writes strict JSON; &quot;Comment&quot; fields stay.</source>
        <translation>コメントはここでは保たれますが、サービスは受け付けません。書き出すと厳密な JSON になり、&quot;Comment&quot; フィールドは残ります。</translation>
    </message>
    <message>
        <source>Remove the comment</source>
        <translation>コメントを削除</translation>
    </message>
    <message>
        <source>The service does not take a comma after the last value.</source>
        <translation>サービスは最後の値の後のコンマを受け付けません。</translation>
    </message>
    <message>
        <source>Remove the comma</source>
        <translation>コンマを削除</translation>
    </message>
    <message>
        <source>The text begins with a byte order mark, which the service does not take.</source>
        <translation>テキストの先頭にバイト順マーク (BOM) があります。サービスは受け付けません。</translation>
    </message>
    <message>
        <source>Remove the byte order mark</source>
        <translation>バイト順マークを削除</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in this object; only the last one counts.</source>
        <translation>&quot;%1&quot; がこのオブジェクトに 2 回あります。有効なのは最後のものだけです。</translation>
    </message>
    <message>
        <source>No state is named here yet. Choose the state that comes next.</source>
        <translation>まだステートが指定されていません。次に来るステートを選んでください。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; lies in another scope. A transition cannot lead into or out of a branch or an item processor.</source>
        <translation>ステート「%1」は別のスコープにあります。遷移は、ブランチや ItemProcessor の内と外をまたげません。</translation>
    </message>
    <message>
        <source>Nothing leads to state &quot;%1&quot;. Lead a transition to it or delete it.</source>
        <translation>ステート「%1」への遷移がありません。遷移をつなぐか、削除してください。</translation>
    </message>
    <message>
        <source>No state ends here. Give one of the states &quot;End&quot;: true, or add a Succeed or Fail state.</source>
        <translation>ここで終わるステートがありません。いずれかのステートに &quot;End&quot;: true を指定するか、Succeed か Fail ステートを追加してください。</translation>
    </message>
    <message>
        <source>Only &quot;%1&quot;: true has a meaning.</source>
        <translation>意味を持つのは &quot;%1&quot;: true だけです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be the name of a state.</source>
        <translation>&quot;%1&quot; はステートの名前でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text, in which * stands for any characters.</source>
        <translation>&quot;%1&quot; は文字列でなければなりません。* は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>&quot;%1&quot; は true か false でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an ARN, such as &quot;arn:aws:states:::lambda:invoke&quot;.</source>
        <translation>&quot;%1&quot; は &quot;arn:aws:states:::lambda:invoke&quot; のような ARN でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of error names.</source>
        <translation>&quot;%1&quot; はエラー名の配列でなければなりません。</translation>
    </message>
    <message>
        <source>Every item of &quot;%1&quot; must be the name of an error.</source>
        <translation>&quot;%1&quot; の各項目はエラー名でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of texts.</source>
        <translation>&quot;%1&quot; は文字列の配列でなければなりません。</translation>
    </message>
    <message>
        <source>Every item of &quot;%1&quot; must be a text.</source>
        <translation>&quot;%1&quot; の各項目は文字列でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object of variable names and values.</source>
        <translation>&quot;%1&quot; は変数名と値のオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true, false or a JSONata expression such as {% $states.input.ok %}.</source>
        <translation>&quot;%1&quot; は true、false、または {% $states.input.ok %} のような JSONata 式でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list, an object or a JSONata expression.</source>
        <translation>&quot;%1&quot; は配列、オブジェクト、または JSONata 式でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object.</source>
        <translation>&quot;%1&quot; はオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>&quot;%1&quot; は文字列でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may have at most %2 characters.</source>
        <translation>&quot;%1&quot; は最大 %2 文字です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number.</source>
        <translation>&quot;%1&quot; は整数でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least %2.</source>
        <translation>&quot;%1&quot; は %2 以上でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at most %2.</source>
        <translation>&quot;%1&quot; は %2 以下でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of: %2.</source>
        <translation>&quot;%1&quot; は次のいずれかでなければなりません: %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a path such as &quot;$.detail&quot;, or null.</source>
        <translation>&quot;%1&quot; は &quot;$.detail&quot; のようなパスか、null でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a path such as &quot;$.detail&quot;.</source>
        <translation>&quot;%1&quot; は &quot;$.detail&quot; のようなパスでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a time such as &quot;2026-03-01T09:00:00Z&quot;: capital T, and Z or an offset.</source>
        <translation>&quot;%1&quot; は &quot;2026-03-01T09:00:00Z&quot; のような時刻でなければなりません。T は大文字で、Z かオフセットが必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of objects.</source>
        <translation>&quot;%1&quot; はオブジェクトの配列でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty. Add at least one.</source>
        <translation>&quot;%1&quot; が空です。1 つ以上追加してください。</translation>
    </message>
    <message>
        <source>Every item of &quot;%1&quot; must be an object.</source>
        <translation>&quot;%1&quot; の各項目はオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object: a state for each name.</source>
        <translation>&quot;%1&quot; は、名前ごとにステートを持つオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>There are no states here yet. Add at least one.</source>
        <translation>ここにはまだステートがありません。1 つ以上追加してください。</translation>
    </message>
    <message>
        <source>Every state in &quot;%1&quot; must be an object.</source>
        <translation>&quot;%1&quot; の各ステートはオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: %2.</source>
        <translation>標準入力を読めません: %2。</translation>
    </message>
    <message>
        <source>%1: there is no such file. Check the name and the folder.</source>
        <translation>%1: ファイルがありません。名前とフォルダーを確認してください。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 はフォルダーです。中のファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Copy its content to a file first.</source>
        <translation>%1 は通常のファイルではありません。先に内容をファイルにコピーしてください。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 GiB and cannot be a definition.</source>
        <translation>%1 は 1 GiB を超えているため、定義ではありません。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>%1 を読めません: %2。権限を確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be read to its end: %2.</source>
        <translation>%1 を最後まで読めませんでした: %2。</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>標準出力に書き込めませんでした。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file name in it.</source>
        <translation>%1 はフォルダーです。中のファイル名を指定してください。</translation>
    </message>
    <message>
        <source>%1 is write-protected. Change its permissions or save under another name.</source>
        <translation>%1 は書き込み禁止です。権限を変更するか、別の名前で保存してください。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. The file is unchanged.</source>
        <translation>%1 に書き込めません: %2。ファイルは変更されていません。</translation>
    </message>
    <message>
        <source>%1 could not be written completely: %2. The file is unchanged; free some space or save elsewhere.</source>
        <translation>%1 に最後まで書き込めませんでした: %2。ファイルは変更されていません。空き容量を増やすか、別の場所に保存してください。</translation>
    </message>
    <message>
        <source>%1 could not be replaced: %2. The file is unchanged.</source>
        <translation>%1 を置き換えられませんでした: %2。ファイルは変更されていません。</translation>
    </message>
    <message>
        <source>The text is broken near this place. Mend it first.</source>
        <translation>この近くでテキストが壊れています。先に直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an object. Mend the text first.</source>
        <translation>&quot;%1&quot; はオブジェクトではありません。先にテキストを直してください。</translation>
    </message>
    <message>
        <source>a path begins with &quot;$&quot;</source>
        <translation>パスは &quot;$&quot; で始まります</translation>
    </message>
    <message>
        <source>a blank stands before it</source>
        <translation>前に空白があります</translation>
    </message>
    <message>
        <source>The JSONata expression cannot be read: %1</source>
        <translation>JSONata 式を読めません: %1</translation>
    </message>
    <message>
        <source>%1 Begin with $states.input, $states.context or a variable.</source>
        <translation>%1 $states.input、$states.context、または変数で始めてください。</translation>
    </message>
    <message>
        <source>This stays text: an expression begins with {% and ends with %}, with nothing outside.</source>
        <translation>これは文字列のままです。式は {% で始まり %} で終わり、その外には何も書きません。</translation>
    </message>
    <message>
        <source>The path may not be understood: %1</source>
        <translation>パスが解釈されない可能性があります: %1</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Change order</source>
        <translation>順序を変更</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>演算子を変更</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>条件を追加</translation>
    </message>
    <message>
        <source>Remove Not</source>
        <translation>否定を解除</translation>
    </message>
    <message>
        <source>Add Not</source>
        <translation>否定を追加</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>条件を削除</translation>
    </message>
    <message>
        <source>Change condition</source>
        <translation>条件を変更</translation>
    </message>
    <message>
        <source>Change JSON</source>
        <translation>JSON を変更</translation>
    </message>
    <message>
        <source>Change payload</source>
        <translation>ペイロードを変更</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>整数を入力してください。</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>数値を入力してください。</translation>
    </message>
    <message>
        <source>The execution input is no JSON: %1</source>
        <translation>実行の入力が JSON ではありません: %1</translation>
    </message>
    <message>
        <source>Changes from outside</source>
        <translation>外部での変更</translation>
    </message>
    <message>
        <source>A Choice Rule of a JSONata state needs &quot;Condition&quot;.</source>
        <translation>JSONata ステートの Choice ルールには &quot;Condition&quot; が必要です。</translation>
    </message>
    <message>
        <source>The ItemReader of &quot;%1&quot; cannot be simulated yet: %2</source>
        <translation>「%1」の ItemReader はまだシミュレーションできません: %2</translation>
    </message>
    <message>
        <source>A JSONata expression in &quot;%1&quot; cannot be read: %2</source>
        <translation>「%1」の JSONata 式を読めません: %2</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;</source>
        <translation>&quot;%1&quot; を削除</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder does not exist. Save under another name.</source>
        <translation>%1 に書き込めません。フォルダーがありません。別の名前で保存してください。</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Save under another name.</source>
        <translation>%1 は通常のファイルではありません。別の名前で保存してください。</translation>
    </message>
    <message>
        <source>There is no sample for this state: no run has come here yet.</source>
        <translation>サンプルなし: 実行がまだ来ていません。</translation>
    </message>
    <message>
        <source>No error has occurred here yet.</source>
        <translation>ここではまだエラーが起きていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has to be mended first.</source>
        <translation>先に「%1」を直す必要があります。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fails with this data, so nothing comes here.</source>
        <translation>このデータでは「%1」が失敗するため、ここには何も届きません。</translation>
    </message>
    <message>
        <source>There is no result yet: run the workflow to see this value.</source>
        <translation>まだ結果がありません。ワークフローを実行すると値が表示されます。</translation>
    </message>
    <message>
        <source>%1: nothing was expected, but it is %2</source>
        <translation>%1: 何も期待していませんが、%2 です</translation>
    </message>
    <message>
        <source>%1: expected %2, but there is none</source>
        <translation>%1: 期待は %2 ですが、ありません</translation>
    </message>
    <message>
        <source>%1: expected %2, but it is %3</source>
        <translation>%1: 期待は %2 ですが、%3 です</translation>
    </message>
    <message>
        <source>The mock file has no test cases.</source>
        <translation>モックファイルにテストケースがありません。</translation>
    </message>
    <message>
        <source>No state machine of the mock file is called &quot;%1&quot;, as the definition is. Choose one of its test cases: %2</source>
        <translation>モックファイルに、定義と同じ名前「%1」のステートマシンがありません。テストケースを選んでください: %2</translation>
    </message>
    <message>
        <source>State machine &quot;%1&quot; of the mock file has no test case &quot;%2&quot;, only: %3</source>
        <translation>モックファイルのステートマシン「%1」にテストケース「%2」はありません。あるのは: %3</translation>
    </message>
    <message>
        <source>Test case &quot;%1&quot; mocks &quot;%2&quot;, which is no Task state of the definition.</source>
        <translation>テストケース「%1」は「%2」をモックしていますが、定義の Task ステートではありません。</translation>
    </message>
    <message>
        <source>Task state &quot;%1&quot; was reached, but test case &quot;%2&quot; mocks no response for it.</source>
        <translation>Task ステート「%1」に達しましたが、テストケース「%2」に応答がありません。</translation>
    </message>
    <message>
        <source>The test case was stopped.</source>
        <translation>テストケースを停止しました。</translation>
    </message>
    <message>
        <source>A mock file is an object with &quot;StateMachines&quot; and &quot;MockedResponses&quot;, which are objects too.</source>
        <translation>モックファイルは &quot;StateMachines&quot; と &quot;MockedResponses&quot; (どちらもオブジェクト) を持つオブジェクトです。</translation>
    </message>
    <message>
        <source>Mocked response &quot;%1&quot; leaves out invocation %2. They count from 0 without gaps.</source>
        <translation>モック応答「%1」に %2 番の呼び出しがありません。番号は 0 から続けてください。</translation>
    </message>
    <message>
        <source>Test case &quot;%1&quot; is an object that names a mocked response for each state.</source>
        <translation>テストケース「%1」は、ステートごとにモック応答の名前を書くオブジェクトです。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in test case &quot;%1&quot; must be the name of a mocked response. Beside states there may be &quot;Input&quot; and &quot;Expect&quot;.</source>
        <translation>テストケース「%1」の &quot;%2&quot; はモック応答の名前でなければなりません。ステートのほかに &quot;Input&quot; と &quot;Expect&quot; を書けます。</translation>
    </message>
    <message>
        <source>&quot;Expect&quot; is an object with &quot;Status&quot;, &quot;Output&quot;, &quot;Error&quot;, &quot;Cause&quot; or &quot;Path&quot;.</source>
        <translation>&quot;Expect&quot; は &quot;Status&quot;・&quot;Output&quot;・&quot;Error&quot;・&quot;Cause&quot;・&quot;Path&quot; を持つオブジェクトです。</translation>
    </message>
    <message>
        <source>&quot;Status&quot; is SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</source>
        <translation>&quot;Status&quot; は SUCCEEDED、FAILED、TIMED_OUT、ABORTED のどれかです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a text; * in it stands for any characters.</source>
        <translation>&quot;%1&quot; は文字列です。* は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>&quot;Path&quot; is an array of names of states; &quot;*&quot; stands for any one, &quot;**&quot; for any number of them.</source>
        <translation>&quot;Path&quot; はステート名の配列です。&quot;*&quot; は任意の 1 つ、&quot;**&quot; は任意の個数を表します。</translation>
    </message>
    <message>
        <source>&quot;Expect&quot; knows no &quot;%1&quot;, only &quot;Status&quot;, &quot;Output&quot;, &quot;Error&quot;, &quot;Cause&quot; and &quot;Path&quot;.</source>
        <translation>&quot;Expect&quot; に &quot;%1&quot; はありません。&quot;Status&quot;・&quot;Output&quot;・&quot;Error&quot;・&quot;Cause&quot;・&quot;Path&quot; だけです。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot;</source>
        <translation>ステート「%1」</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the end after it</source>
        <translation>「%1」: 終了への遷移</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the way to &quot;%2&quot;</source>
        <translation>「%1」: 「%2」への遷移</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: Choice rule %2</source>
        <translation>「%1」: Choice ルール %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: catcher %2</source>
        <translation>「%1」: キャッチャー %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: retrier %2</source>
        <translation>「%1」: 再試行 %2</translation>
    </message>
    <message>
        <source>There is no anchor &amp;%1 above this alias.</source>
        <translation>このエイリアスより上にアンカー &amp;%1 がありません。</translation>
    </message>
    <message>
        <source>The alias *%1 stands inside the value that it repeats.</source>
        <translation>エイリアス *%1 が、自身の指す値の中にあります。</translation>
    </message>
    <message>
        <source>The aliases of this text repeat more than %1 values. Write fewer of them.</source>
        <translation>このテキストのエイリアスは %1 個を超える値を繰り返します。数を減らしてください。</translation>
    </message>
    <message>
        <source>A merge key (&lt;&lt;) takes an alias, or a list of aliases.</source>
        <translation>マージキー (&lt;&lt;) にはエイリアス、またはエイリアスのリストを書きます。</translation>
    </message>
    <message>
        <source>Only an object can be merged; this alias stands for something else.</source>
        <translation>マージできるのはオブジェクトだけです。このエイリアスは別のものを指しています。</translation>
    </message>
    <message>
        <source>A second YAML document begins here. A file holds one definition; move this one to a file of its own.</source>
        <translation>ここから 2 つ目の YAML 文書が始まります。1 つのファイルに置ける定義は 1 つです。別のファイルに移してください。</translation>
    </message>
    <message>
        <source>A key is a text, but this alias stands for something else.</source>
        <translation>キーは文字列ですが、このエイリアスは別のものを指しています。</translation>
    </message>
    <message>
        <source>A key is a text; a list or an object cannot be one.</source>
        <translation>キーは文字列です。リストやオブジェクトはキーにできません。</translation>
    </message>
    <message>
        <source>The text is nested more than %1 levels deep.</source>
        <translation>テキストの入れ子が %1 段を超えています。</translation>
    </message>
    <message>
        <source>A key with its colon is expected here. Check the indentation of this line.</source>
        <translation>ここにはキーとコロンが必要です。この行の字下げを確認してください。</translation>
    </message>
    <message>
        <source>The colon behind this key is missing.</source>
        <translation>このキーの後のコロンがありません。</translation>
    </message>
    <message>
        <source>&quot;key: value&quot; cannot stand here. Check the indentation, or put a text that holds a colon in quotes.</source>
        <translation>ここに「キー: 値」は書けません。字下げを確認するか、コロンを含む文字列を引用符で囲んでください。</translation>
    </message>
    <message>
        <source>An item of the list above, with its &quot;-&quot;, is expected here. Check the indentation.</source>
        <translation>ここには上のリストの項目（「-」）が必要です。字下げを確認してください。</translation>
    </message>
    <message>
        <source>An item with &quot;-&quot; cannot stand here. Begin a line with it.</source>
        <translation>ここに「-」の項目は書けません。行の先頭に書いてください。</translation>
    </message>
    <message>
        <source>A comma or ] is expected here.</source>
        <translation>ここにはコンマか ] が必要です。</translation>
    </message>
    <message>
        <source>A comma or } is expected here.</source>
        <translation>ここにはコンマか } が必要です。</translation>
    </message>
    <message>
        <source>The quote that closes this text is missing.</source>
        <translation>この文字列を閉じる引用符がありません。</translation>
    </message>
    <message>
        <source>YAML does not know this escape. Write \\ for a backslash, or use single quotes.</source>
        <translation>YAML にないエスケープです。バックスラッシュは \\ と書くか、単一引用符を使ってください。</translation>
    </message>
    <message>
        <source>YAML allows no tabs in the indentation. Use spaces.</source>
        <translation>YAML の字下げにタブは使えません。空白を使ってください。</translation>
    </message>
    <message>
        <source>Control characters are not allowed in YAML. Write an escape in double quotes.</source>
        <translation>YAML に制御文字は書けません。二重引用符の中でエスケープしてください。</translation>
    </message>
    <message>
        <source>The value ends above; this line belongs to nothing. Check its indentation.</source>
        <translation>値は上で終わっており、この行はどこにも属しません。字下げを確認してください。</translation>
    </message>
    <message>
        <source>The prefix of this tag is not declared.</source>
        <translation>このタグの接頭辞は宣言されていません。</translation>
    </message>
    <message>
        <source>The %YAML directive stands twice.</source>
        <translation>%YAML 指示が 2 回あります。</translation>
    </message>
    <message>
        <source>This version of YAML is not known.</source>
        <translation>この YAML のバージョンには対応していません。</translation>
    </message>
    <message>
        <source>There is not enough memory to read the text.</source>
        <translation>テキストを読むためのメモリが足りません。</translation>
    </message>
    <message>
        <source>A value cannot begin with %1. Put the text in quotes.</source>
        <translation>値を %1 で始めることはできません。文字列を引用符で囲んでください。</translation>
    </message>
    <message>
        <source>This is no YAML: %1.</source>
        <translation>YAML として読めません: %1。</translation>
    </message>
    <message>
        <source>This comes from an alias (%1): it is written elsewhere in the text. Change it there, or write it out here.</source>
        <translation>これはエイリアス (%1) によるもので、テキストの別の場所に書かれています。そちらを変更するか、ここに書き下してください。</translation>
    </message>
    <message>
        <source>This is brought in by a merge key (&lt;&lt;) and written elsewhere in the text. Change it there, or write it out here.</source>
        <translation>これはマージキー (&lt;&lt;) によるもので、テキストの別の場所に書かれています。そちらを変更するか、ここに書き下してください。</translation>
    </message>
    <message>
        <source>This is written with an explicit key (? key). Change it in the text.</source>
        <translation>これは明示的なキー (? key) で書かれています。テキストで変更してください。</translation>
    </message>
    <message>
        <source>What is written in lines cannot stand between brackets. Write the place without brackets first.</source>
        <translation>行で書かれたものは括弧の中に置けません。先に括弧を使わない形に書き換えてください。</translation>
    </message>
    <message>
        <source>YAML does not allow this change here (%1). Change it in the text.</source>
        <translation>YAML ではここでこの変更はできません (%1)。テキストで変更してください。</translation>
    </message>
    <message>
        <source>The definition of %1 is stored in S3. Open the file that is uploaded there.</source>
        <translation>%1 の定義は S3 にあります。アップロード元のファイルを開いてください。</translation>
    </message>
    <message>
        <source>%1 has no definition. Give it Definition, DefinitionString or DefinitionUri.</source>
        <translation>%1 に定義がありません。Definition、DefinitionString、DefinitionUri のいずれかを指定してください。</translation>
    </message>
    <message>
        <source>%1 has no definition.</source>
        <translation>%1 に定義がありません。</translation>
    </message>
    <message>
        <source>The definition of %1 is an expression of Terraform (%2), which is not read. Open the file that it names, or write the definition out.</source>
        <translation>%1 の定義は Terraform の式 (%2) なので読めません。式が指すファイルを開くか、定義を書き下してください。</translation>
    </message>
    <message>
        <source>%1 is in Terraform&apos;s own language (HCL), which is not read. Open the definition&apos;s file that it names, or Terraform JSON (.tf.json).</source>
        <translation>%1 は Terraform の言語 (HCL) で書かれており、読めません。その中で指定された定義ファイルか、Terraform JSON (.tf.json) を開いてください。</translation>
    </message>
    <message>
        <source>The template is broken: %1 Mend it first.</source>
        <translation>テンプレートが壊れています: %1 先に直してください。</translation>
    </message>
    <message>
        <source>The template has no state machines.</source>
        <translation>テンプレートにステートマシンがありません。</translation>
    </message>
    <message>
        <source>The template has several state machines. Name one behind the file, as in FILE#%2: %1.</source>
        <translation>テンプレートに複数のステートマシンがあります。FILE#%2 のように 1 つを指定してください: %1。</translation>
    </message>
    <message>
        <source>The template has no state machine %1. There are: %2.</source>
        <translation>テンプレートにステートマシン %1 はありません。あるのは: %2。</translation>
    </message>
    <message>
        <source>This definition can be read, but not changed: its text is written in a way that cannot be written back. Write it as an object, or in a block (|).</source>
        <translation>この定義は読めますが変更できません。書き戻せない形で書かれています。オブジェクトか、ブロック (|) で書いてください。</translation>
    </message>
    <message>
        <source>Fn::Join takes a text and a list of parts.</source>
        <translation>Fn::Join には文字列と部品の配列を指定します。</translation>
    </message>
    <message>
        <source>The definition is what %1 gives, which is not known before deployment.</source>
        <translation>定義は %1 の結果で、デプロイするまで分かりません。</translation>
    </message>
    <message>
        <source>This definition comes from an alias and is written elsewhere in the file. Change it there.</source>
        <translation>この定義はエイリアスによるもので、ファイルの別の場所に書かれています。そちらを変更してください。</translation>
    </message>
    <message>
        <source>The definition is neither an object nor a text.</source>
        <translation>定義がオブジェクトでも文字列でもありません。</translation>
    </message>
    <message>
        <source>%1 is put in by the template. Change it there, or replace it as a whole.</source>
        <translation>%1 はテンプレートが入れる値です。テンプレートで変更するか、全体を置き換えてください。</translation>
    </message>
    <message>
        <source>%1 is no template with state machines; open it without #%2.</source>
        <translation>%1 はステートマシンを持つテンプレートではありません。#%2 を付けずに開いてください。</translation>
    </message>
    <message>
        <source>The definition of %1 was changed in the file meanwhile. Load the file first.</source>
        <translation>%1 の定義がその間にファイルで変更されました。先にファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>The result of attempt %2 of state &quot;%1&quot; is not what the service answers: %3.</source>
        <translation>ステート「%1」の %2 回目の結果は、サービスの応答と異なります: %3。</translation>
    </message>
    <message>
        <source>Mocked response &quot;%1&quot;: &quot;Throw&quot; is an object with the texts &quot;Error&quot; and &quot;Cause&quot;.</source>
        <translation>モック応答「%1」: &quot;Throw&quot; は、文字列の &quot;Error&quot; と &quot;Cause&quot; を持つオブジェクトです。</translation>
    </message>
    <message>
        <source>The file %1 that the run read cannot be read again: %2</source>
        <translation>実行が読んだファイル %1 をもう一度読めません: %2</translation>
    </message>
    <message>
        <source>The file %1 has %2 bytes, the one that the run read had %3. Give the file as it was then.</source>
        <translation>ファイル %1 は %2 バイトですが、実行が読んだものは %3 バイトでした。当時のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The file %1 is not the one that the run read: its SHA-256 is not %2. Give the file as it was then.</source>
        <translation>ファイル %1 は実行が読んだものではありません。SHA-256 が %2 ではありません。当時のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The record does not fit its definition: decision %1 cannot be taken there.</source>
        <translation>記録が定義に合いません。決定 %1 をそこで行えません。</translation>
    </message>
    <message>
        <source>The replay came to another result than the record holds: %1 in place of %2.</source>
        <translation>再生の結果が記録と異なります: %2 ではなく %1 になりました。</translation>
    </message>
    <message>
        <source>This is no record of a run: &quot;%1&quot; in %2 must be %3.</source>
        <translation>これは実行の記録ではありません: %2 の &quot;%1&quot; は %3 でなければなりません。</translation>
    </message>
    <message>
        <source>This is no record of a run: its &quot;format&quot; is not &quot;%1&quot;.</source>
        <translation>これは実行の記録ではありません: &quot;format&quot; が &quot;%1&quot; ではありません。</translation>
    </message>
    <message>
        <source>This record is of version %1; only version %2 can be read.</source>
        <translation>この記録はバージョン %1 です。読めるのはバージョン %2 だけです。</translation>
    </message>
    <message>
        <source>The run took %1 steps without coming to an end, so it was given up.</source>
        <translation>実行は %1 ステップ進んでも終わらなかったため、打ち切りました。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: an enum needs its values.</source>
        <translation>&quot;%1&quot;: enum には値が必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a shape that is not known.</source>
        <translation>&quot;%1&quot; の形は不明です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: limits are written 1..256.</source>
        <translation>&quot;%1&quot;: 範囲は 1..256 のように書きます。</translation>
    </message>
    <message>
        <source>There is no shape &quot;%1&quot; in &quot;shapes&quot;, or it holds itself.</source>
        <translation>&quot;shapes&quot; に形 &quot;%1&quot; がないか、自分自身を含んでいます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: each row needs &quot;service&quot;.</source>
        <translation>&quot;%1&quot;: 各行に &quot;service&quot; が必要です。</translation>
    </message>
    <message>
        <source>A file of the catalogue needs &quot;%1&quot; or &quot;services&quot;.</source>
        <translation>カタログのファイルには &quot;%1&quot; か &quot;services&quot; が必要です。</translation>
    </message>
    <message>
        <source>The catalogue has a row of &quot;%1&quot; twice.</source>
        <translation>カタログに &quot;%1&quot; の行が 2 つあります。</translation>
    </message>
    <message>
        <source>bytes of data in one field</source>
        <translation>1 つのフィールドのデータのバイト数</translation>
    </message>
    <message>
        <source>characters of a text</source>
        <translation>テキストの文字数</translation>
    </message>
    <message>
        <source>bytes of the definition, as written</source>
        <translation>定義のバイト数（書かれたまま）</translation>
    </message>
    <message>
        <source>history events of the shortest run</source>
        <translation>最短の実行の履歴イベント数</translation>
    </message>
    <message>
        <source>characters of a state&apos;s name</source>
        <translation>ステート名の文字数</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>ルールを削除</translation>
    </message>
    <message>
        <source>This rule can never be true: what it asks for cannot hold together.</source>
        <translation>このルールが真になることはありません。条件が互いに矛盾しています。</translation>
    </message>
    <message>
        <source>This rule is never reached: the one in line %1 asks for the same.</source>
        <translation>このルールには到達しません。%1 行目のルールと条件が同じです。</translation>
    </message>
    <message>
        <source>This rule is never reached: whenever it is true, so is the one in line %1.</source>
        <translation>このルールには到達しません。これが真のときは %1 行目のルールも必ず真です。</translation>
    </message>
    <message>
        <source>Where &quot;%1&quot; is missing, the execution fails instead of trying the next rule. Ask first with &quot;IsPresent&quot;.</source>
        <translation>&quot;%1&quot; がないと、次のルールを試さずに実行が失敗します。先に &quot;IsPresent&quot; で確認してください。</translation>
    </message>
    <message>
        <source>The result cannot be put there: the input of the state is no list.</source>
        <translation>結果をそこに入れることはできません。ステートの入力は配列ではありません。</translation>
    </message>
    <message>
        <source>The result cannot be put there: the input of the state is a list, which has no members.</source>
        <translation>結果をそこに入れることはできません。ステートの入力は配列で、メンバーを持ちません。</translation>
    </message>
    <message>
        <source>The result cannot be put there: the input of the state is no object.</source>
        <translation>結果をそこに入れることはできません。ステートの入力はオブジェクトではありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 bytes; a state can hand on %3. Keep the data in a bucket and hand on where it is.</source>
        <translation>&quot;%1&quot; は %2 バイトです。ステートが渡せるのは %3 バイトまでです。データはバケットに置き、その場所を渡してください。</translation>
    </message>
    <message>
        <source>Even the shortest run writes %1 history events; at %2 the service ends it. Move a part to executions of its own, such as a distributed Map.</source>
        <translation>最短の実行でも %1 件の履歴イベントを書きます。%2 件でサービスが実行を終了します。分散マップ など、別の実行に一部を移してください。</translation>
    </message>
    <message>
        <source>The service runs at most %1 at the same time here.</source>
        <translation>ここで同時に実行されるのは最大 %1 件です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither retried nor caught; the execution fails.</source>
        <translation>&quot;%1&quot; は再試行もキャッチもされず、実行は失敗します。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is never looked for here: it stands before already.</source>
        <translation>ここの &quot;%1&quot; は使われません。前にすでに書かれているためです。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is never looked for here: States.TaskFailed before it stands for it too.</source>
        <translation>ここの &quot;%1&quot; は使われません。前にある States.TaskFailed に含まれます。</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;. Did you mean &quot;%3&quot;?</source>
        <translation>%1 にパラメーター &quot;%2&quot; はありません。&quot;%3&quot; のことですか？</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;.</source>
        <translation>%1 にパラメーター &quot;%2&quot; はありません。</translation>
    </message>
    <message>
        <source>%1 needs the parameter &quot;%2&quot;.</source>
        <translation>%1 にはパラメーター &quot;%2&quot; が必要です。</translation>
    </message>
    <message>
        <source>No service &quot;%1&quot; is known that can be called this way. If it is new, this is no problem.</source>
        <translation>この方法で呼び出せるサービス &quot;%1&quot; は一覧にありません。新しいサービスなら問題ありません。</translation>
    </message>
    <message>
        <source>The name of an action begins with a small letter: %1.</source>
        <translation>アクション名は小文字で始まります: %1。</translation>
    </message>
    <message>
        <source>%1 cannot be called from a state machine.</source>
        <translation>%1 はステートマシンから呼び出せません。</translation>
    </message>
    <message>
        <source>An expression begins with {% and ends with %}; here one of them is missing.</source>
        <translation>式は {% で始まり %} で終わります。ここでは一方がありません。</translation>
    </message>
    <message>
        <source>Remove the blanks around it</source>
        <translation>前後の空白を削除</translation>
    </message>
    <message>
        <source>There is no function $%1 in Step Functions.</source>
        <translation>Step Functions に関数 $%1 はありません。</translation>
    </message>
    <message>
        <source>There is no function $%1 in Step Functions. Did you mean $%2?</source>
        <translation>Step Functions に関数 $%1 はありません。$%2 のことですか？</translation>
    </message>
    <message>
        <source>$%1 needs at least %2 arguments; here are %3.</source>
        <translation>$%1 には少なくとも %2 個の引数が必要です。ここでは %3 個です。</translation>
    </message>
    <message>
        <source>$%1 takes at most %2 arguments; here are %3.</source>
        <translation>$%1 の引数は最大 %2 個です。ここでは %3 個です。</translation>
    </message>
    <message>
        <source>No way leads out of the loop of %1: it runs until the execution times out or its history is full. Add a Choice that leaves it.</source>
        <translation>%1 のループから出る遷移がありません。実行がタイムアウトするか、履歴がいっぱいになるまで続きます。ループを出る Choice を追加してください。</translation>
    </message>
    <message>
        <source>The names of the columns must be different from each other.</source>
        <translation>列名は互いに異なる必要があります。</translation>
    </message>
    <message>
        <source>Where to write is not said: &quot;%1&quot; is missing.</source>
        <translation>書き込み先が示されていません。&quot;%1&quot; がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says where to write, but nothing is written: &quot;Resource&quot; is missing.</source>
        <translation>&quot;%1&quot; は書き込み先を示していますが、何も書き込まれません。&quot;Resource&quot; がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be given together with &quot;%2&quot;.</source>
        <translation>&quot;%1&quot; は &quot;%2&quot; と組で書いてください。</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;</source>
        <translation>&quot;%1&quot; を追加</translation>
    </message>
    <message>
        <source>Make the child executions Standard ones</source>
        <translation>子実行を Standard にする</translation>
    </message>
    <message>
        <source>A name is missing before &quot;.$&quot;.</source>
        <translation>&quot;.$&quot; の前に名前がありません。</translation>
    </message>
    <message>
        <source>&quot;ItemsPointer&quot; goes only with &quot;InputType&quot;: &quot;JSON&quot;.</source>
        <translation>&quot;ItemsPointer&quot; は &quot;InputType&quot;: &quot;JSON&quot; のときだけ使えます。</translation>
    </message>
    <message>
        <source>&quot;LOAD_AND_FLATTEN&quot; reads what the objects hold and needs their &quot;InputType&quot;.</source>
        <translation>&quot;LOAD_AND_FLATTEN&quot; はオブジェクトの中身を読むため、&quot;InputType&quot; が必要です。</translation>
    </message>
    <message>
        <source>The child executions are Express ones, which can neither use activities nor wait for a job or a task token.</source>
        <translation>子実行は Express です。アクティビティは使えず、ジョブやタスクトークンを待つこともできません。</translation>
    </message>
    <message>
        <source>The child executions around this Map are Express ones, which cannot have a distributed Map.</source>
        <translation>この Map を含む子実行は Express で、分散マップ を持てません。</translation>
    </message>
    <message>
        <source>The task waits for a token that nobody gets. Hand it on in &quot;Arguments&quot;: {% $states.context.Task.Token %}.</source>
        <translation>タスクはトークンを待ちますが、誰にも渡されません。&quot;Arguments&quot; で {% $states.context.Task.Token %} を渡してください。</translation>
    </message>
    <message>
        <source>The task waits for a token that nobody gets. Hand it on in &quot;Parameters&quot;: &quot;….$&quot;: &quot;$$.Task.Token&quot;.</source>
        <translation>タスクはトークンを待ちますが、誰にも渡されません。&quot;Parameters&quot; で &quot;….$&quot;: &quot;$$.Task.Token&quot; を渡してください。</translation>
    </message>
    <message>
        <source>Nothing ends the waiting when no answer comes, for up to a year. Set &quot;TimeoutSeconds&quot; or &quot;HeartbeatSeconds&quot;.</source>
        <translation>応答が来ないと最長 1 年待ち続けます。&quot;TimeoutSeconds&quot; か &quot;HeartbeatSeconds&quot; を設定してください。</translation>
    </message>
    <message>
        <source>Calls of functions fail now and then through no fault of theirs. Retry at least the errors of the service.</source>
        <translation>関数の呼び出しは、関数に問題がなくても失敗することがあります。少なくともサービスのエラーは再試行してください。</translation>
    </message>
    <message>
        <source>Retry the errors of the service</source>
        <translation>サービスのエラーを再試行</translation>
    </message>
    <message>
        <source>There is a task token only in a Task whose resource ends in .waitForTaskToken.</source>
        <translation>タスクトークンがあるのは、リソースが .waitForTaskToken で終わる Task だけです。</translation>
    </message>
    <message>
        <source>There is an item only in a Map and the states inside it.</source>
        <translation>項目があるのは Map とその中のステートだけです。</translation>
    </message>
    <message>
        <source>Keys that end in .$ are computed only in JSONPath states. Here the query language is JSONata: write the key without .$ and the value as {% … %}.</source>
        <translation>.$ で終わるキーが計算されるのは JSONPath のステートだけです。ここのクエリ言語は JSONata です。.$ のないキーにし、値を {% … %} と書いてください。</translation>
    </message>
    <message>
        <source>This stays text: the query language here is JSONata. Write {% $states.input… %}.</source>
        <translation>これは文字列のままです。ここのクエリ言語は JSONata です。{% $states.input… %} と書いてください。</translation>
    </message>
    <message>
        <source>This stays text: the query language here is JSONPath. Set &quot;QueryLanguage&quot;: &quot;JSONata&quot; on the state, or write a path under a key that ends in .$.</source>
        <translation>これは文字列のままです。ここのクエリ言語は JSONPath です。ステートに &quot;QueryLanguage&quot;: &quot;JSONata&quot; を設定するか、.$ で終わるキーにパスを書いてください。</translation>
    </message>
    <message>
        <source>As written the definition has %1 bytes; the service takes at most %2. Without blanks it has %3, which fits.</source>
        <translation>書かれたままの定義は %1 バイトです。サービスが受け付けるのは最大 %2 バイトです。空白を除けば %3 バイトで収まります。</translation>
    </message>
    <message>
        <source>The definition has %1 bytes, %3 without blanks; the service takes at most %2. Move a part of it to a workflow of its own.</source>
        <translation>定義は %1 バイト（空白を除いて %3 バイト）です。サービスが受け付けるのは最大 %2 バイトです。一部を別のワークフローに移してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is never reached: the whole execution ends after %2 seconds.</source>
        <translation>&quot;%1&quot; に達することはありません。実行全体が %2 秒で終了します。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is never reached: an Express execution ends after five minutes.</source>
        <translation>&quot;%1&quot; に達することはありません。Express の実行は 5 分で終了します。</translation>
    </message>
    <message>
        <source>&quot;MaxDelaySeconds&quot; is below &quot;IntervalSeconds&quot;, so the interval is never waited.</source>
        <translation>&quot;MaxDelaySeconds&quot; が &quot;IntervalSeconds&quot; より小さいため、その間隔は使われません。</translation>
    </message>
    <message>
        <source>Only activities and tasks that wait for a token send heartbeats.</source>
        <translation>ハートビートを送るのは、アクティビティとトークンを待つタスクだけです。</translation>
    </message>
    <message>
        <source>$%1 has no value yet: the states that assign it come later. What a state assigns is known from the next state on.</source>
        <translation>$%1 にはまだ値がありません。代入するステートは後にあります。代入した値は次のステートから使えます。</translation>
    </message>
    <message>
        <source>No state assigns the variable $%1.</source>
        <translation>変数 $%1 に代入するステートがありません。</translation>
    </message>
    <message>
        <source>No state assigns the variable $%1. Did you mean $%2?</source>
        <translation>変数 $%1 に代入するステートがありません。$%2 のことですか？</translation>
    </message>
    <message>
        <source>$%1 cannot be seen here: it is assigned inside a branch or an iteration, or outside the distributed Map. Hand the value on in the data.</source>
        <translation>$%1 はここから見えません。ブランチや反復の中、または分散マップ の外で代入されています。値はデータで渡してください。</translation>
    </message>
    <message>
        <source>On some ways to this state $%1 has no value.</source>
        <translation>このステートへの経路によっては $%1 に値がありません。</translation>
    </message>
    <message>
        <source>Input, result, error output and context of the state.</source>
        <translation>ステートの入力、結果、エラー出力、コンテキスト。</translation>
    </message>
    <message>
        <source>Assigned by %1</source>
        <translation>%1 が代入</translation>
    </message>
    <message>
        <source>Assigned by %1 and %2 more</source>
        <translation>%1 ほか %2 個が代入</translation>
    </message>
    <message>
        <source>In the last run: %1</source>
        <translation>前回の実行での値: %1</translation>
    </message>
    <message>
        <source>The whole input is replaced by the result.</source>
        <translation>入力全体が結果で置き換えられます。</translation>
    </message>
    <message>
        <source>All of the data at this place.</source>
        <translation>この場所のデータすべて。</translation>
    </message>
    <message>
        <source>The Context object: the execution, the state, the item of a Map.</source>
        <translation>コンテキストオブジェクト: 実行、ステート、Map の項目。</translation>
    </message>
    <message>
        <source>A JSONata expression.</source>
        <translation>JSONata 式。</translation>
    </message>
    <message>
        <source>A path into the data.</source>
        <translation>データへのパス。</translation>
    </message>
    <message>
        <source>Deprecated: use %1.</source>
        <translation>非推奨: %1 を使ってください。</translation>
    </message>
    <message>
        <source>Only in JSONata.</source>
        <translation>JSONata のみ。</translation>
    </message>
    <message>
        <source>Only in JSONPath.</source>
        <translation>JSONPath のみ。</translation>
    </message>
    <message>
        <source>A parameter of %1 %2.</source>
        <translation>%1 %2 のパラメーター。</translation>
    </message>
    <message>
        <source>It is required.</source>
        <translation>必須です。</translation>
    </message>
    <message>
        <source>An error of %1 %2.</source>
        <translation>%1 %2 のエラー。</translation>
    </message>
    <message>
        <source>A Lambda function, called by its ARN.</source>
        <translation>ARN で呼び出す Lambda 関数。</translation>
    </message>
    <message>
        <source>An activity, which workers of your own ask for.</source>
        <translation>自分のワーカーが取りに来るアクティビティ。</translation>
    </message>
    <message>
        <source>Required parameters: %1</source>
        <translation>必須のパラメーター: %1</translation>
    </message>
    <message>
        <source>Other parameters: %1</source>
        <translation>その他のパラメーター: %1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>A variable, assigned by: %1</source>
        <translation>変数。代入するステート: %1</translation>
    </message>
    <message>
        <source>A state that is named but not there yet.</source>
        <translation>指定されているが、まだないステート。</translation>
    </message>
    <message>
        <source>A required parameter of the action.</source>
        <translation>アクションの必須パラメーター。</translation>
    </message>
    <message>
        <source>A parameter of the action.</source>
        <translation>アクションのパラメーター。</translation>
    </message>
    <message>
        <source>The name of a variable is a letter, then letters, digits and _.</source>
        <translation>変数の名前は、文字で始め、文字、数字、_ を続けてください。</translation>
    </message>
    <message>
        <source>There is a variable &quot;%1&quot; already.</source>
        <translation>変数「%1」はすでにあります。</translation>
    </message>
    <message>
        <source>There is no variable &quot;%1&quot; any more.</source>
        <translation>変数「%1」はもうありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would mean something else in an expression. Choose another name.</source>
        <translation>「%1」は式の中で別の意味になります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>A text.</source>
        <translation>文字列。</translation>
    </message>
    <message>
        <source>A text of any length.</source>
        <translation>任意の長さの文字列。</translation>
    </message>
    <message>
        <source>The name of a state of the same scope.</source>
        <translation>同じスコープのステートの名前。</translation>
    </message>
    <message>
        <source>true or false.</source>
        <translation>true または false。</translation>
    </message>
    <message>
        <source>Only true counts.</source>
        <translation>意味を持つのは true だけです。</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>整数。</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>数値。</translation>
    </message>
    <message>
        <source>A path, such as $.order.id.</source>
        <translation>$.order.id のようなパス。</translation>
    </message>
    <message>
        <source>A path, such as $.order.id, or null.</source>
        <translation>$.order.id のようなパス、または null。</translation>
    </message>
    <message>
        <source>A path to exactly one place.</source>
        <translation>ちょうど 1 つの場所を指すパス。</translation>
    </message>
    <message>
        <source>A path to exactly one place, or null.</source>
        <translation>ちょうど 1 つの場所を指すパス、または null。</translation>
    </message>
    <message>
        <source>A path, or a call of an intrinsic function.</source>
        <translation>パス、または組み込み関数の呼び出し。</translation>
    </message>
    <message>
        <source>A timestamp, such as 2026-03-01T09:00:00Z.</source>
        <translation>2026-03-01T09:00:00Z のようなタイムスタンプ。</translation>
    </message>
    <message>
        <source>An ARN.</source>
        <translation>ARN。</translation>
    </message>
    <message>
        <source>A list of error names.</source>
        <translation>エラー名の配列。</translation>
    </message>
    <message>
        <source>Any JSON; it is taken as it is.</source>
        <translation>任意の JSON。そのまま使われます。</translation>
    </message>
    <message>
        <source>JSON in which values are computed.</source>
        <translation>値が計算される JSON。</translation>
    </message>
    <message>
        <source>An object: names of variables and their values.</source>
        <translation>オブジェクト: 変数名と値。</translation>
    </message>
    <message>
        <source>A JSONata expression between {% and %}.</source>
        <translation>{% と %} の間の JSONata 式。</translation>
    </message>
    <message>
        <source>A list, an object or a JSONata expression that gives one.</source>
        <translation>配列、オブジェクト、またはそれを返す JSONata 式。</translation>
    </message>
    <message>
        <source>A list of texts.</source>
        <translation>文字列の配列。</translation>
    </message>
    <message>
        <source>A pattern in which * stands for any characters.</source>
        <translation>パターン。* は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>An object.</source>
        <translation>オブジェクト。</translation>
    </message>
    <message>
        <source>A list of objects.</source>
        <translation>オブジェクトの配列。</translation>
    </message>
    <message>
        <source>An object: names of states and the states.</source>
        <translation>オブジェクト: ステートの名前とステート。</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>%1～%2。</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>%1 以上。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>%1 以下。</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>次のいずれか: %1</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最大 %1 文字。</translation>
    </message>
    <message>
        <source>Without it: %1</source>
        <translation>省略時: %1</translation>
    </message>
    <message>
        <source>Calls the action and waits until somebody answers with the task token.</source>
        <translation>アクションを呼び出し、誰かがタスクトークンで応答するまで待ちます。</translation>
    </message>
    <message>
        <source>Starts the job and waits until it has ended.</source>
        <translation>ジョブを開始し、終わるまで待ちます。</translation>
    </message>
    <message>
        <source>Calls the action and goes on with its answer.</source>
        <translation>アクションを呼び出し、応答を受けて先へ進みます。</translation>
    </message>
    <message>
        <source>The input of the state.</source>
        <translation>ステートの入力。</translation>
    </message>
    <message>
        <source>The result of the state&apos;s work.</source>
        <translation>ステートの処理の結果。</translation>
    </message>
    <message>
        <source>What went wrong: Error and Cause.</source>
        <translation>起きたエラー: Error と Cause。</translation>
    </message>
    <message>
        <source>default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>The error of &quot;%1&quot;.</source>
        <translation>「%1」のエラー。</translation>
    </message>
    <message>
        <source>Any action of the service, as its SDK calls it.</source>
        <translation>サービスの任意のアクション。SDK の呼び方で呼び出します。</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 を記入</translation>
    </message>
    <message>
        <source>The run no longer stands at this place, so its values cannot be changed.</source>
        <translation>実行はもうこの場所にないため、値を変更できません。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; has not been entered yet. Take a step, then change its values.</source>
        <translation>ステート「%1」にはまだ入っていません。1 ステップ進めてから値を変更してください。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; is at work on its branches or iterations. Change values inside of them, or go back to before.</source>
        <translation>ステート「%1」はブランチまたは反復の処理中です。その中の値を変更するか、前に戻ってください。</translation>
    </message>
    <message>
        <source>The new value is no JSON value.</source>
        <translation>新しい値は JSON の値ではありません。</translation>
    </message>
    <message>
        <source>There is no variable $%1 in state &quot;%2&quot;.</source>
        <translation>ステート「%2」に変数 $%1 はありません。</translation>
    </message>
    <message>
        <source>State &quot;%1&quot; has begun its work, so its input can no longer be changed. Go back to before.</source>
        <translation>ステート「%1」は処理を始めているため、入力を変更できません。前に戻ってください。</translation>
    </message>
    <message>
        <source>The run read the file %1 (%2 bytes, SHA-256 %3).</source>
        <translation>この実行はファイル %1（%2 バイト、SHA-256 %3）を読み取りました。</translation>
    </message>
    <message>
        <source>The Map &quot;%1&quot; reads its items from S3, and no folder is chosen that stands for S3.</source>
        <translation>Map「%1」は項目を S3 から読み取りますが、S3 の代わりになるフォルダーが選ばれていません。</translation>
    </message>
    <message>
        <source>The folder %1, which stands for S3, is not there.</source>
        <translation>S3 の代わりになるフォルダー %1 がありません。</translation>
    </message>
    <message>
        <source>The definition of %1 is a variable (%2), which is not read. Open the file that it names, or write the definition out.</source>
        <translation>%1 の定義は変数 (%2) で、読み込まれません。変数が指すファイルを開くか、定義を書き出してください。</translation>
    </message>
    <message>
        <source>%1 is written in %2. Open its definition there.</source>
        <translation>%1 は %2 に書かれています。定義はそこで開いてください。</translation>
    </message>
    <message>
        <source>There is no error &quot;%1&quot;; it never matches. Did you mean &quot;%2&quot;?</source>
        <translation>エラー &quot;%1&quot; は存在せず、一致することはありません。&quot;%2&quot; のことですか？</translation>
    </message>
    <message>
        <source>No service &quot;%1&quot; is known that can be called this way. Did you mean &quot;%2&quot;? If it is new, this is no problem.</source>
        <translation>このように呼び出せるサービス &quot;%1&quot; は見つかりません。&quot;%2&quot; のことですか？新しいサービスなら問題ありません。</translation>
    </message>
    <message>
        <source>No action %1 is known. If it is new, this is no problem.</source>
        <translation>アクション %1 は見つかりません。新しいアクションなら問題ありません。</translation>
    </message>
    <message>
        <source>No action %1 is known. Did you mean %2? If it is new, this is no problem.</source>
        <translation>アクション %1 は見つかりません。%2 のことですか？新しいアクションなら問題ありません。</translation>
    </message>
    <message>
        <source>The name of a parameter begins with a capital letter: %1.</source>
        <translation>パラメーター名は大文字で始まります: %1。</translation>
    </message>
    <message>
        <source>%1 needs one of these parameters: %2.</source>
        <translation>%1 には、次のパラメーターのいずれかが必要です: %2。</translation>
    </message>
    <message>
        <source>The parameter &quot;%1&quot; must be a text.</source>
        <translation>パラメーター &quot;%1&quot; は文字列でなければなりません。</translation>
    </message>
    <message>
        <source>The parameter &quot;%1&quot; must be a list.</source>
        <translation>パラメーター &quot;%1&quot; はリストでなければなりません。</translation>
    </message>
    <message>
        <source>The parameter &quot;%1&quot; must be an object.</source>
        <translation>パラメーター &quot;%1&quot; はオブジェクトでなければなりません。</translation>
    </message>
    <message>
        <source>The parameter &quot;%1&quot; must be a number.</source>
        <translation>パラメーター &quot;%1&quot; は数値でなければなりません。</translation>
    </message>
    <message>
        <source>The parameter &quot;%1&quot; must be true or false.</source>
        <translation>パラメーター &quot;%1&quot; は true または false でなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of the parameter &quot;%2&quot;. Did you mean &quot;%3&quot;?</source>
        <translation>&quot;%1&quot; はパラメーター &quot;%2&quot; の値ではありません。&quot;%3&quot; のことですか？</translation>
    </message>
    <message>
        <source>%1 has no ending .%2; it is called without one.</source>
        <translation>%1 に語尾 .%2 はありません。語尾なしで呼び出します。</translation>
    </message>
    <message>
        <source>%1 has no ending .%2; it is called without one or with %3.</source>
        <translation>%1 に語尾 .%2 はありません。語尾なし、または %3 で呼び出します。</translation>
    </message>
    <message>
        <source>The service has no resource &quot;%1&quot;. Did you mean &quot;%2&quot;?</source>
        <translation>サービスにリソース &quot;%1&quot; はありません。&quot;%2&quot; のことですか？</translation>
    </message>
    <message>
        <source>The context object has no member %1.</source>
        <translation>コンテキストオブジェクトにメンバー %1 はありません。</translation>
    </message>
    <message>
        <source>The context object has no member %1. Did you mean %2?</source>
        <translation>コンテキストオブジェクトにメンバー %1 はありません。%2 のことですか？</translation>
    </message>
    <message>
        <source>States.Format needs a value for each {} of its template: %1 values for %2 places.</source>
        <translation>States.Format には、テンプレートの {} ごとに値が必要です。値が %1 個、{} が %2 個あります。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; looks like a path, but stays text. To compare with what it leads to, call the operator &quot;%1Path&quot;.</source>
        <translation>&quot;%1&quot; の値はパスに見えますが、文字列のままです。パスの先の値と比べるには、演算子を &quot;%1Path&quot; にしてください。</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot;. Did you mean &quot;%2&quot;?</source>
        <translation>ステート &quot;%1&quot; はありません。&quot;%2&quot; のことですか？</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;. The field that takes its value from a path is &quot;%3&quot;.</source>
        <translation>%1 にフィールド &quot;%2&quot; はありません。値をパスから取るフィールドは &quot;%3&quot; です。</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;: names with &quot;.$&quot; stand inside of &quot;Parameters&quot; and the like, not beside them.</source>
        <translation>%1 にフィールド &quot;%2&quot; はありません。&quot;.$&quot; の付く名前は &quot;Parameters&quot; などの中に書きます。外には書けません。</translation>
    </message>
    <message>
        <source>The JSONata expression cannot be read: %1. In JSONata, %2 is written %3.</source>
        <translation>JSONata 式を読めません: %1。JSONata では %2 を %3 と書きます。</translation>
    </message>
    <message>
        <source>The JSONata expression cannot be read: %1. Several expressions stand in parentheses: ( $a := 1; $a + 1 )</source>
        <translation>JSONata 式を読めません: %1。複数の式は括弧の中に書きます: ( $a := 1; $a + 1 )</translation>
    </message>
    <message>
        <source>&quot;+&quot; adds numbers, and this adds a text: the evaluation fails. &quot;&amp;&quot; joins texts.</source>
        <translation>&quot;+&quot; は数値の足し算ですが、ここでは文字列を足しているため、評価は失敗します。文字列は &quot;&amp;&quot; でつなぎます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs numbers, and one side is a text: the evaluation fails.</source>
        <translation>&quot;%1&quot; には数値が必要ですが、片方が文字列のため、評価は失敗します。</translation>
    </message>
    <message>
        <source>A value has no functions, so calling &quot;%1&quot; fails. JSONata calls $function(value).</source>
        <translation>値は関数を持たないため、&quot;%1&quot; の呼び出しは失敗します。JSONata では $function(value) と呼び出します。</translation>
    </message>
    <message>
        <source>A value has no functions, so calling &quot;%1&quot; fails. JSONata calls $%2(value).</source>
        <translation>値は関数を持たないため、&quot;%1&quot; の呼び出しは失敗します。JSONata では $%2(value) と呼び出します。</translation>
    </message>
    <message>
        <source>%1 belongs to a template: the text can be read when that is filled in. A plain ${name} can be read before.</source>
        <translation>%1 はテンプレートの一部です。埋められるまで、テキストは読めません。単純な ${name} はそのまま読めます。</translation>
    </message>
    <message>
        <source>The template&apos;s &quot;DefinitionSubstitutions&quot; have no &quot;%1&quot;, so this stays as it is.</source>
        <translation>テンプレートの &quot;DefinitionSubstitutions&quot; に &quot;%1&quot; がないため、これは書かれたまま残ります。</translation>
    </message>
    <message>
        <source>The template&apos;s &quot;DefinitionSubstitutions&quot; have no &quot;%1&quot;, so this stays as it is. Did you mean &quot;%2&quot;?</source>
        <translation>テンプレートの &quot;DefinitionSubstitutions&quot; に &quot;%1&quot; がないため、これは書かれたまま残ります。&quot;%2&quot; のことですか？</translation>
    </message>
</context>
<context>
    <name>designer::AnswerGroup</name>
    <message>
        <source>fails with %1</source>
        <translation>%1 で失敗</translation>
    </message>
    <message>
        <source>returns %1</source>
        <translation>%1 を返す</translation>
    </message>
    <message>
        <source>Task answers</source>
        <translation>タスクの応答</translation>
    </message>
    <message>
        <source>Copy as a mock file of Step Functions Local</source>
        <translation>Step Functions Local のモックファイルとしてコピー</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度たずねる</translation>
    </message>
</context>
<context>
    <name>designer::Box</name>
    <message>
        <source>Move, duplicate, remove</source>
        <translation>移動、複製、削除</translation>
    </message>
</context>
<context>
    <name>designer::BoxList</name>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>designer::BreakpointDialog</name>
    <message>
        <source>Stop here</source>
        <translation>ここで停止する</translation>
    </message>
    <message>
        <source>Breakpoint at %1</source>
        <translation>ブレークポイント: %1</translation>
    </message>
    <message>
        <source>On entry, before anything is computed</source>
        <translation>入るとき (計算の前)</translation>
    </message>
    <message>
        <source>At its end, when its output is known</source>
        <translation>終わるとき (出力が決まった後)</translation>
    </message>
    <message>
        <source>When it stops</source>
        <translation>停止する時点</translation>
    </message>
    <message>
        <source>Condition, in JSONata</source>
        <translation>条件 (JSONata)</translation>
    </message>
    <message>
        <source>First visit at which it stops</source>
        <translation>停止を始める訪問回数</translation>
    </message>
    <message>
        <source>JSONata: $ is the state&apos;s input, $name a variable; $states has input, result, output and context. Empty: always.</source>
        <translation>JSONata: $ はステートの入力、$name は変数、$states には input・result・output・context があります。空なら常に停止します。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>From visit</source>
        <translation>何回目から</translation>
    </message>
</context>
<context>
    <name>designer::BreakpointGroup</name>
    <message>
        <source>Breakpoints</source>
        <translation>ブレークポイント</translation>
    </message>
    <message>
        <source>None. Select a state and press F9.</source>
        <translation>ありません。ステートを選んで F9 を押します。</translation>
    </message>
    <message>
        <source>Stop at the entry of the selected state (F9)</source>
        <translation>選んだステートに入るとき停止 (F9)</translation>
    </message>
    <message>
        <source>When it stops… (Ctrl+F9)</source>
        <translation>停止の条件… (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Stop on errors</source>
        <translation>エラーで停止</translation>
    </message>
    <message>
        <source>Where a task, an expression, a Map or a Parallel fails, caught or not</source>
        <translation>タスク・式・Map・Parallel が失敗したとき。Catch されても停止します</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>at its end</source>
        <translation>終わるとき</translation>
    </message>
    <message>
        <source>on entry</source>
        <translation>入るとき</translation>
    </message>
    <message>
        <source>from visit %1 on</source>
        <translation>%1 回目から</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>designer::CanvasScene</name>
    <message>
        <source>Iteration #%1 of %2</source>
        <translation>反復 %1 / %2</translation>
    </message>
</context>
<context>
    <name>designer::CanvasView</name>
    <message>
        <source>Graph of the workflow</source>
        <translation>ワークフローのグラフ</translation>
    </message>
    <message>
        <source>The text is damaged: this is the last drawing that was whole.</source>
        <translation>テキストが壊れているため、最後に正しかった図を表示しています。</translation>
    </message>
</context>
<context>
    <name>designer::CodeEditor</name>
    <message>
        <source>Go to line</source>
        <translation>行へ移動</translation>
    </message>
    <message>
        <source>Line, from 1 to %1:</source>
        <translation>行番号（1 から %1）:</translation>
    </message>
</context>
<context>
    <name>designer::CompletionPopup</name>
    <message>
        <source>Field</source>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>State</source>
        <translation>ステート</translation>
    </message>
    <message>
        <source>New state</source>
        <translation>新しいステート</translation>
    </message>
    <message>
        <source>Error name</source>
        <translation>エラー名</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>リソース</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>変数</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>What may be written here</source>
        <translation>ここに書けるもの</translation>
    </message>
</context>
<context>
    <name>designer::ConditionEditor</name>
    <message>
        <source>And</source>
        <translation>かつ</translation>
    </message>
    <message>
        <source>Another condition that must be true as well</source>
        <translation>同時に成り立つべき条件を加える</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>Another condition of which one must be true</source>
        <translation>どれか一つが成り立てばよい条件を加える</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Turns the condition round</source>
        <translation>条件を反転する</translation>
    </message>
    <message>
        <source>The condition</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>designer::ConditionForm</name>
    <message>
        <source>Operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>All of these are true</source>
        <translation>すべて成り立つ</translation>
    </message>
    <message>
        <source>At least one is true</source>
        <translation>どれかが成り立つ</translation>
    </message>
    <message>
        <source>How the conditions are combined</source>
        <translation>条件の組み合わせ方</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>条件を追加</translation>
    </message>
    <message>
        <source>This is not true</source>
        <translation>成り立たない</translation>
    </message>
    <message>
        <source>Choose an operator</source>
        <translation>演算子を選ぶ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Remove the negation</source>
        <translation>否定を解除</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>条件を削除</translation>
    </message>
</context>
<context>
    <name>designer::DataRows</name>
    <message>
        <source>added: %1</source>
        <translation>追加: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>削除: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>変更: %1</translation>
    </message>
</context>
<context>
    <name>designer::DataTree</name>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 キー</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 キー</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 項目</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 項目</translation>
    </message>
    <message>
        <source>Edit value…</source>
        <translation>値を編集…</translation>
    </message>
    <message>
        <source>Double-click a value to change it</source>
        <translation>値をダブルクリックすると変更できます</translation>
    </message>
</context>
<context>
    <name>designer::DocumentView</name>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>ペイロード</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>アウトライン</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>テストケース</translation>
    </message>
    <message>
        <source>Open a mock file</source>
        <translation>モックファイルを開く</translation>
    </message>
    <message>
        <source>Mock files (*.json);;All files (*)</source>
        <translation>モックファイル (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save this run</source>
        <translation>この実行を保存</translation>
    </message>
    <message>
        <source>Runs (*.run.json)</source>
        <translation>実行の記録 (*.run.json)</translation>
    </message>
</context>
<context>
    <name>designer::EventList</name>
    <message>
        <source>History events</source>
        <translation>履歴イベント</translation>
    </message>
    <message>
        <source>Click an event to go to that moment</source>
        <translation>イベントをクリックすると、その時点へ移ります</translation>
    </message>
</context>
<context>
    <name>designer::EventModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>State</source>
        <translation>ステート</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>%1 → %2
Changed by hand: no event of the history</source>
        <translation>%1 → %2
手動で変更: 履歴のイベントではありません</translation>
    </message>
</context>
<context>
    <name>designer::FieldEditor</name>
    <message>
        <source>Add error name</source>
        <translation>エラー名を追加</translation>
    </message>
    <message>
        <source>%1, edited on the canvas</source>
        <translation>%1 個、キャンバスで編集</translation>
    </message>
</context>
<context>
    <name>designer::FieldRow</name>
    <message>
        <source>Use another field instead</source>
        <translation>別のフィールドを使う</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>JSON で表示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>The language does not know this field.</source>
        <translation>この言語にないフィールドです。</translation>
    </message>
</context>
<context>
    <name>designer::FieldWords</name>
    <message>
        <source>is at most</source>
        <translation>以下</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>より小さい</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>より大きい</translation>
    </message>
    <message>
        <source>is equal to</source>
        <translation>等しい</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>パターンに一致</translation>
    </message>
    <message>
        <source>%1 (text)</source>
        <translation>%1 (文字列)</translation>
    </message>
    <message>
        <source>%1 (number)</source>
        <translation>%1 (数値)</translation>
    </message>
    <message>
        <source>%1 (boolean)</source>
        <translation>%1 (真偽値)</translation>
    </message>
    <message>
        <source>%1 (time)</source>
        <translation>%1 (時刻)</translation>
    </message>
    <message>
        <source>Next state</source>
        <translation>次のステート</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2&lt;br&gt;Without it: %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2&lt;br&gt;省略時: %3</translation>
    </message>
    <message>
        <source>%1 (text path)</source>
        <translation>%1 (文字列のパス)</translation>
    </message>
    <message>
        <source>%1 (number path)</source>
        <translation>%1 (数値のパス)</translation>
    </message>
    <message>
        <source>%1 (boolean path)</source>
        <translation>%1 (真偽値のパス)</translation>
    </message>
    <message>
        <source>%1 (time path)</source>
        <translation>%1 (時刻のパス)</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>変数への代入</translation>
    </message>
    <message>
        <source>Backoff rate</source>
        <translation>バックオフ率</translation>
    </message>
    <message>
        <source>Batch input</source>
        <translation>バッチの入力</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>ブランチ</translation>
    </message>
    <message>
        <source>CSV delimiter</source>
        <translation>CSVの区切り文字</translation>
    </message>
    <message>
        <source>CSV header location</source>
        <translation>CSVヘッダーの場所</translation>
    </message>
    <message>
        <source>CSV headers</source>
        <translation>CSVヘッダー</translation>
    </message>
    <message>
        <source>Catch</source>
        <translation>エラーの捕捉</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause path</source>
        <translation>原因のパス</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>認証情報</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定の遷移先</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Error equals</source>
        <translation>エラー名</translation>
    </message>
    <message>
        <source>Error path</source>
        <translation>エラーのパス</translation>
    </message>
    <message>
        <source>Execution type</source>
        <translation>実行タイプ</translation>
    </message>
    <message>
        <source>Heartbeat seconds</source>
        <translation>ハートビート（秒）</translation>
    </message>
    <message>
        <source>Heartbeat seconds path</source>
        <translation>ハートビート（秒）のパス</translation>
    </message>
    <message>
        <source>Input path</source>
        <translation>入力パス</translation>
    </message>
    <message>
        <source>Input type</source>
        <translation>入力形式</translation>
    </message>
    <message>
        <source>Interval seconds</source>
        <translation>間隔（秒）</translation>
    </message>
    <message>
        <source>Item batcher</source>
        <translation>項目のバッチ</translation>
    </message>
    <message>
        <source>Item processor</source>
        <translation>項目ごとの処理</translation>
    </message>
    <message>
        <source>Item reader</source>
        <translation>項目の読み込み</translation>
    </message>
    <message>
        <source>Item selector</source>
        <translation>項目の選択</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Items path</source>
        <translation>項目のパス</translation>
    </message>
    <message>
        <source>Items pointer</source>
        <translation>項目のポインター</translation>
    </message>
    <message>
        <source>Iterator</source>
        <translation>項目ごとの処理（旧）</translation>
    </message>
    <message>
        <source>Jitter strategy</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Manifest type</source>
        <translation>マニフェストの種類</translation>
    </message>
    <message>
        <source>Max attempts</source>
        <translation>最大試行回数</translation>
    </message>
    <message>
        <source>Max concurrency</source>
        <translation>最大同時実行数</translation>
    </message>
    <message>
        <source>Max concurrency path</source>
        <translation>最大同時実行数のパス</translation>
    </message>
    <message>
        <source>Max delay seconds</source>
        <translation>最大遅延（秒）</translation>
    </message>
    <message>
        <source>Max input bytes per batch</source>
        <translation>バッチの最大バイト数</translation>
    </message>
    <message>
        <source>Max input bytes per batch path</source>
        <translation>バッチの最大バイト数のパス</translation>
    </message>
    <message>
        <source>Max items</source>
        <translation>最大項目数</translation>
    </message>
    <message>
        <source>Max items path</source>
        <translation>最大項目数のパス</translation>
    </message>
    <message>
        <source>Max items per batch</source>
        <translation>バッチの最大項目数</translation>
    </message>
    <message>
        <source>Max items per batch path</source>
        <translation>バッチの最大項目数のパス</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>出力パス</translation>
    </message>
    <message>
        <source>Output type</source>
        <translation>出力形式</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>Processor config</source>
        <translation>処理の設定</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>クエリ言語</translation>
    </message>
    <message>
        <source>Reader config</source>
        <translation>読み込みの設定</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>リソース</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Result path</source>
        <translation>結果のパス</translation>
    </message>
    <message>
        <source>Result selector</source>
        <translation>結果の選択</translation>
    </message>
    <message>
        <source>Result writer</source>
        <translation>結果の書き出し</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Role ARN</source>
        <translation>ロールのARN</translation>
    </message>
    <message>
        <source>Role ARN (path)</source>
        <translation>ロールのARN（パス）</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Seconds path</source>
        <translation>秒数のパス</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>開始ステート</translation>
    </message>
    <message>
        <source>States</source>
        <translation>ステート</translation>
    </message>
    <message>
        <source>Timeout seconds</source>
        <translation>タイムアウト（秒）</translation>
    </message>
    <message>
        <source>Timeout seconds path</source>
        <translation>タイムアウト（秒）のパス</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Timestamp path</source>
        <translation>日時のパス</translation>
    </message>
    <message>
        <source>Tolerated failure count</source>
        <translation>許容する失敗数</translation>
    </message>
    <message>
        <source>Tolerated failure count path</source>
        <translation>許容する失敗数のパス</translation>
    </message>
    <message>
        <source>Tolerated failure percentage</source>
        <translation>許容する失敗率（%）</translation>
    </message>
    <message>
        <source>Tolerated failure percentage path</source>
        <translation>許容する失敗率のパス</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>タイプ</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>変数</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Writer config</source>
        <translation>書き出しの設定</translation>
    </message>
</context>
<context>
    <name>designer::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>テキスト内を検索</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>大文字と小文字を区別する</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>前を検索 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>次を検索 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 件中 %1</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>一致なし</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::FolderDialog</name>
    <message>
        <source>Files of S3</source>
        <translation>S3 のファイル</translation>
    </message>
    <message>
        <source>Objects are files: of the bucket “b”, the key “k/x.csv” is b/k/x.csv in the folder. Nothing outside of it is read or written.</source>
        <translation>オブジェクトはファイルです。バケット「b」のキー「k/x.csv」は、フォルダー内の b/k/x.csv です。フォルダーの外は読み書きしません。</translation>
    </message>
    <message>
        <source>None is chosen</source>
        <translation>選ばれていません</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>designer::FolderRow</name>
    <message>
        <source>Use no folder</source>
        <translation>フォルダーを使わない</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Folder that stands for S3</source>
        <translation>S3 の代わりになるフォルダー</translation>
    </message>
    <message>
        <source>Its sub-folders are the buckets. Nothing outside of it is read or written.</source>
        <translation>サブフォルダーがバケットです。フォルダーの外は読み書きしません。</translation>
    </message>
    <message>
        <source>The folder that stands for S3</source>
        <translation>S3 の代わりになるフォルダー</translation>
    </message>
</context>
<context>
    <name>designer::Form</name>
    <message>
        <source>Add %1</source>
        <translation>%1を追加</translation>
    </message>
</context>
<context>
    <name>designer::HoverCard</name>
    <message>
        <source>What this means</source>
        <translation>この問題の説明</translation>
    </message>
</context>
<context>
    <name>designer::InputDialog</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Execution input</source>
        <translation>実行の入力</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>整形</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>What the first state gets, as JSON</source>
        <translation>最初のステートが受け取る JSON</translation>
    </message>
    <message>
        <source>None: the ItemReader needs one</source>
        <translation>なし: ItemReader に必要です</translation>
    </message>
    <message>
        <source>None: what a ResultWriter writes goes nowhere</source>
        <translation>なし: ResultWriter が書く結果は保存されません</translation>
    </message>
</context>
<context>
    <name>designer::InspectorHead</name>
    <message>
        <source>Rename (F2)</source>
        <translation>名前を変更 (F2)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Name of the state</source>
        <translation>ステートの名前</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>ワークフロー</translation>
    </message>
    <message>
        <source>State machine · %1</source>
        <translation>ステートマシン · %1</translation>
    </message>
</context>
<context>
    <name>designer::InspectorPanel</name>
    <message>
        <source>Configuration</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>変数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>JSON で表示</translation>
    </message>
    <message>
        <source>Show it in the text</source>
        <translation>テキストで表示</translation>
    </message>
    <message>
        <source>The text of this state is damaged. It can be edited here again when the text is repaired.</source>
        <translation>このステートのテキストが壊れています。テキストを直すと、ここで再び編集できます。</translation>
    </message>
    <message>
        <source>The text is no definition yet. It begins with an object that has StartAt and States.</source>
        <translation>まだ定義になっていません。StartAt と States を持つオブジェクトで始まります。</translation>
    </message>
</context>
<context>
    <name>designer::ItemWords</name>
    <message>
        <source>Item #%1</source>
        <translation>項目 #%1</translation>
    </message>
    <message>
        <source>Rule #%1</source>
        <translation>ルール #%1</translation>
    </message>
    <message>
        <source>Retrier #%1</source>
        <translation>再試行 #%1</translation>
    </message>
    <message>
        <source>Catcher #%1</source>
        <translation>キャッチャー #%1</translation>
    </message>
    <message>
        <source>Branch #%1</source>
        <translation>ブランチ #%1</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>ルールを追加</translation>
    </message>
    <message>
        <source>Add retrier</source>
        <translation>再試行を追加</translation>
    </message>
    <message>
        <source>Add catcher</source>
        <translation>キャッチャーを追加</translation>
    </message>
    <message>
        <source>Add branch</source>
        <translation>ブランチを追加</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>States: %1</source>
        <translation>ステート: %1</translation>
    </message>
</context>
<context>
    <name>designer::IterationList</name>
    <message>
        <source>Iterations</source>
        <translation>反復</translation>
    </message>
    <message>
        <source>Find iteration</source>
        <translation>反復を検索</translation>
    </message>
    <message>
        <source>Not started or waiting</source>
        <translation>未開始または待機中</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>status, count</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>Which iterations</source>
        <translation>表示する反復</translation>
    </message>
    <message>
        <source>All iterations</source>
        <translation>すべての反復</translation>
    </message>
</context>
<context>
    <name>designer::JsonEditor</name>
    <message>
        <source>Enter a value as JSON.</source>
        <translation>値を JSON で入力してください。</translation>
    </message>
    <message>
        <source>Too long for a form: edit it in the text.</source>
        <translation>フォームには長すぎます。テキストで編集してください。</translation>
    </message>
</context>
<context>
    <name>designer::JsonField</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
</context>
<context>
    <name>designer::LambdaEditor</name>
    <message>
        <source>Payload</source>
        <translation>ペイロード</translation>
    </message>
    <message>
        <source>Use state input</source>
        <translation>ステートの入力を使う</translation>
    </message>
    <message>
        <source>Enter payload</source>
        <translation>ペイロードを入力する</translation>
    </message>
    <message>
        <source>No payload</source>
        <translation>ペイロードなし</translation>
    </message>
</context>
<context>
    <name>designer::LanguageTools</name>
    <message>
        <source>There is no name of a state or variable here.</source>
        <translation>ここにステートや変数の名前はありません。</translation>
    </message>
</context>
<context>
    <name>designer::LiveLines</name>
    <message>
        <source>1 item</source>
        <translation>1 項目</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 項目</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 キー</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 キー</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>The path leads nowhere.</source>
        <translation>このパスの先には何もありません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>With the input of the next run:</source>
        <translation>次の実行の入力による値:</translation>
    </message>
    <message>
        <source>In the last run:</source>
        <translation>前回の実行での値:</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>値: %1</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>%1 文字目</translation>
    </message>
</context>
<context>
    <name>designer::MachineDialog</name>
    <message>
        <source>Express</source>
        <translation>Express</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation>%1 · 読み取り専用</translation>
    </message>
    <message>
        <source>Open a state machine</source>
        <translation>ステートマシンを開く</translation>
    </message>
    <message>
        <source>%1 has several state machines. Which one do you want to see?</source>
        <translation>%1 には複数のステートマシンがあります。どれを表示しますか？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>designer::MainWindow</name>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Code and problems</source>
        <translation>コードと問題</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>%1[*] – Stepwright</source>
        <translation>%1[*] – Stepwright</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Export &amp;JSON…</source>
        <translation>JSON を書き出す(&amp;J)…</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>図を書き出す(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Duplicate state</source>
        <translation>ステートを複製(&amp;D)</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>De&amp;lete state</source>
        <translation>ステートを削除(&amp;L)</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>次を検索(&amp;X)</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>前を検索(&amp;V)</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>行へ移動(&amp;L)…</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Go to &amp;state</source>
        <translation>ステートへ移動(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>グラフ(&amp;G)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+1</source>
        <translation>Ctrl+Alt+1</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+2</source>
        <translation>Ctrl+Alt+2</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>テキスト(&amp;T)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+3</source>
        <translation>Ctrl+Alt+3</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100 %(&amp;1)</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>&amp;Fit the graph</source>
        <translation>グラフ全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>&amp;Centre the selection</source>
        <translation>選択を中央に(&amp;C)</translation>
    </message>
    <message>
        <source>Alt+C</source>
        <translation>Alt+C</translation>
    </message>
    <message>
        <source>Fold or &amp;unfold</source>
        <translation>折りたたむ・展開する(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>ミニマップ(&amp;M)</translation>
    </message>
    <message>
        <source>Change &amp;direction</source>
        <translation>向きを変える(&amp;D)</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>次のパネル(&amp;P)</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>テーマ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Stepwright</source>
        <translation>Stepwright について(&amp;A)</translation>
    </message>
    <message>
        <source>Go to state</source>
        <translation>ステートへ移動</translation>
    </message>
    <message>
        <source>Go to state (Ctrl+Shift+P)</source>
        <translation>ステートへ移動 (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>「%1」というステートはありません。</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>Stepwright %1</source>
        <translation>Stepwright %1</translation>
    </message>
    <message>
        <source>Edits, checks, draws and simulates workflows in the Amazon States Language, without a network.</source>
        <translation>Amazon States Language のワークフローを、ネットワークなしで編集、検査、作図、シミュレーションします。</translation>
    </message>
    <message>
        <source>Untitled %1</source>
        <translation>無題 %1</translation>
    </message>
    <message>
        <source>The sample %1 is missing from the program.</source>
        <translation>サンプル %1 がプログラムに入っていません。</translation>
    </message>
    <message>
        <source>Open a definition</source>
        <translation>定義を開く</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>「%1」を開けません。</translation>
    </message>
    <message>
        <source>Save the definition</source>
        <translation>定義を保存</translation>
    </message>
    <message>
        <source>“%1” is not saved.</source>
        <translation>「%1」は保存されていません。</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>「%1」の変更を保存しますか？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>保存しないと失われます。</translation>
    </message>
    <message>
        <source>The definition cannot be exported.</source>
        <translation>定義を書き出せません。</translation>
    </message>
    <message>
        <source>Export JSON</source>
        <translation>JSON を書き出す</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png);;PDF (*.pdf)</source>
        <translation>SVG (*.svg);;PNG (*.png);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>%1 に書き出しました。</translation>
    </message>
    <message>
        <source>“%1” was deleted outside.</source>
        <translation>「%1」が外部で削除されました。</translation>
    </message>
    <message>
        <source>Its text is kept here: saving writes the file anew.</source>
        <translation>テキストはここに残っています。保存するとファイルが作り直されます。</translation>
    </message>
    <message>
        <source>“%1” was changed outside and cannot be read any more.</source>
        <translation>「%1」が外部で変更され、読めなくなりました。</translation>
    </message>
    <message>
        <source>“%1” was changed outside: its new text is shown.</source>
        <translation>「%1」が外部で変更されたため、新しい内容を表示しています。</translation>
    </message>
    <message>
        <source>“%1” was changed outside, and it has changes here.</source>
        <translation>「%1」が外部で変更されましたが、ここにも変更があります。</translation>
    </message>
    <message>
        <source>Loading takes the text of the file; yours can be brought back with Undo.</source>
        <translation>読み込むとファイルの内容になります。ここの変更は「元に戻す」で取り戻せます。</translation>
    </message>
    <message>
        <source>Load the file</source>
        <translation>ファイルを読み込む</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>ここの内容を残す</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>閉じる (Ctrl+W)</translation>
    </message>
    <message>
        <source>%1  ●</source>
        <translation>%1  ●</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>Input and answers</source>
        <translation>入力と応答</translation>
    </message>
    <message>
        <source>Ask for every answer</source>
        <translation>応答を毎回たずねる</translation>
    </message>
    <message>
        <source>New with JSON&amp;Path</source>
        <translation>JSON&amp;Path で新規作成</translation>
    </message>
    <message>
        <source>A workflow whose expressions are JSONPath</source>
        <translation>式を JSONPath で書くワークフロー</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前の変更(&amp;N)</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>補完(&amp;M)</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>E&amp;xplain the word</source>
        <translation>語の説明(&amp;X)</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>定義へ移動(&amp;D)</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Find &amp;references</source>
        <translation>参照を検索(&amp;R)</translation>
    </message>
    <message>
        <source>Shift+F12</source>
        <translation>Shift+F12</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
    <message>
        <source>The run in “%1” cannot be gone through again.</source>
        <translation>「%1」の実行を再現できません。</translation>
    </message>
    <message>
        <source>State machines of this template</source>
        <translation>このテンプレートのステートマシン</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>読み取り専用です。%1</translation>
    </message>
    <message>
        <source>The comments of the definition are left out.</source>
        <translation>定義のコメントは省かれます。</translation>
    </message>
    <message>
        <source>What aliases and merge keys stand for is written out in each place.</source>
        <translation>エイリアスとマージキーの内容は、それぞれの場所に書き出されます。</translation>
    </message>
    <message>
        <source>Save as YAML?</source>
        <translation>YAML で保存しますか？</translation>
    </message>
    <message>
        <source>Save as JSON?</source>
        <translation>JSON で保存しますか？</translation>
    </message>
    <message>
        <source>A copy is saved as %1. What was typed since is not in it.</source>
        <translation>%1 にコピーを保存しました。その後の入力は含まれていません。</translation>
    </message>
    <message>
        <source>Definitions, templates and runs (*.asl.json *.asl *.json *.yaml *.yml);;All files (*)</source>
        <translation>定義、テンプレート、実行 (*.asl.json *.asl *.json *.yaml *.yml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The machine is written in another way now.</source>
        <translation>ステートマシンの書き方が変わりました。</translation>
    </message>
    <message>
        <source>%1 It was changed outside: save your text as another file.</source>
        <translation>%1 外部で変更されました。テキストを別のファイルに保存してください。</translation>
    </message>
    <message>
        <source>“%1” was changed outside, and its machine is no longer there.</source>
        <translation>「%1」は外部で変更され、そのステートマシンはもうありません。</translation>
    </message>
    <message>
        <source>Loading takes the text of the file; yours is dropped.</source>
        <translation>読み込むとファイルのテキストになり、こちらの変更は失われます。</translation>
    </message>
</context>
<context>
    <name>designer::Minimap</name>
    <message>
        <source>Overview of the drawing</source>
        <translation>図の全体</translation>
    </message>
</context>
<context>
    <name>designer::OutlineModel</name>
    <message>
        <source>Branch %1</source>
        <translation>ブランチ %1</translation>
    </message>
</context>
<context>
    <name>designer::OutlinePanel</name>
    <message>
        <source>States of the workflow</source>
        <translation>ワークフローのステート</translation>
    </message>
</context>
<context>
    <name>designer::PaletteList</name>
    <message>
        <source>States to insert</source>
        <translation>挿入するステート</translation>
    </message>
</context>
<context>
    <name>designer::PalettePanel</name>
    <message>
        <source>Call endpoint</source>
        <translation>エンドポイントを呼び出す</translation>
    </message>
    <message>
        <source>Waits until the work is complete.</source>
        <translation>処理が終わるまで待ちます。</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>フロー</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>よく使うもの</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>パターン</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Search states and actions</source>
        <translation>ステートとアクションを検索</translation>
    </message>
    <message>
        <source>Inserts</source>
        <translation>挿入する内容</translation>
    </message>
    <message>
        <source>drag, or press Enter</source>
        <translation>ドラッグするか Enter を押す</translation>
    </message>
    <message>
        <source>Poll until done</source>
        <translation>完了するまで問い合わせる</translation>
    </message>
    <message>
        <source>Starts a job, asks for its status every ten seconds, and goes on when it is done.</source>
        <translation>ジョブを始め、10 秒ごとに状態を調べ、完了したら先へ進みます。</translation>
    </message>
    <message>
        <source>Task with retry and catch</source>
        <translation>再試行とキャッチ付きのタスク</translation>
    </message>
    <message>
        <source>Tries a task again after errors of the service, and catches every other error.</source>
        <translation>サービスのエラーならタスクを再試行し、ほかのエラーはすべてキャッチします。</translation>
    </message>
    <message>
        <source>Task for each item</source>
        <translation>項目ごとのタスク</translation>
    </message>
    <message>
        <source>Runs a task for every item of a list, ten at a time.</source>
        <translation>配列の項目ごとにタスクを、10 個ずつ実行します。</translation>
    </message>
    <message>
        <source>Waits until somebody sends the task&apos;s token back.</source>
        <translation>タスクトークンが送り返されるまで待ちます。</translation>
    </message>
    <message>
        <source>any action</source>
        <translation>任意のアクション</translation>
    </message>
    <message>
        <source>Write the name of the action behind it, as in “rekognition DetectLabels”.</source>
        <translation>「rekognition DetectLabels」のように、後にアクション名を書いてください。</translation>
    </message>
    <message>
        <source>Optimized integrations</source>
        <translation>最適化された統合</translation>
    </message>
    <message>
        <source>AWS SDK</source>
        <translation>AWS SDK</translation>
    </message>
</context>
<context>
    <name>designer::PayloadPanel</name>
    <message>
        <source>Tree</source>
        <translation>ツリー</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較する相手</translation>
    </message>
    <message>
        <source>Copy this value</source>
        <translation>この値をコピー</translation>
    </message>
    <message>
        <source>Value as text</source>
        <translation>値 (テキスト)</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>次の差分</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>前の差分</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>変数</translation>
    </message>
    <message>
        <source>Context object</source>
        <translation>コンテキストオブジェクト</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>No run yet. The data of each state will be seen here.</source>
        <translation>まだ実行していません。各ステートのデータがここに表示されます。</translation>
    </message>
    <message>
        <source>%1 was not reached.</source>
        <translation>%1 には到達していません。</translation>
    </message>
    <message>
        <source>Select a state to see its data.</source>
        <translation>ステートを選ぶとデータが表示されます。</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>%1 回目の訪問</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>%1 回目</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>値 1 つ</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>%1 と比較</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>比較しない</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>assigned here</source>
        <translation>ここで代入</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 が代入</translation>
    </message>
    <message>
        <source>by %1, outer scope</source>
        <translation>%1 が代入 (外側)</translation>
    </message>
    <message>
        <source>Answer kept</source>
        <translation>応答を保持中</translation>
    </message>
    <message>
        <source>Keep as answer</source>
        <translation>応答として保持</translation>
    </message>
    <message>
        <source>Every further task of this state is answered with this result</source>
        <translation>このステートの以後のタスクにはこの結果で応答します</translation>
    </message>
    <message>
        <source>Edit this input: the run goes on with it</source>
        <translation>この入力を編集: 実行はこの値で続きます</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動で変更</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>手動で変更</translation>
    </message>
</context>
<context>
    <name>designer::PlaceBar</name>
    <message>
        <source>Place of the run to follow</source>
        <translation>追う実行の場所</translation>
    </message>
    <message>
        <source>The run stands at several places. The panels and the steps follow the one that is chosen here.</source>
        <translation>実行は複数の場所にあります。パネルとステップ実行は、ここで選んだ場所を追います。</translation>
    </message>
    <message>
        <source>All %1 places: where the run goes on</source>
        <translation>%1 か所すべて: 実行が進む場所</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place of the run, what it does</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>designer::ProblemLines</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>designer::ProblemModel</name>
    <message>
        <source>line %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2（%3）</translation>
    </message>
</context>
<context>
    <name>designer::ProblemsPanel</name>
    <message>
        <source>No problems.</source>
        <translation>問題はありません。</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>次の問題</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>前の問題</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>問題を絞り込む</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Show errors</source>
        <translation>エラーを表示</translation>
    </message>
    <message>
        <source>Show warnings</source>
        <translation>警告を表示</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>注記を表示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>その場所へ移動</translation>
    </message>
    <message>
        <source>About the rule</source>
        <translation>ルールについて</translation>
    </message>
    <message>
        <source>Switch off this rule for this file</source>
        <translation>このファイルではこのルールをオフにする</translation>
    </message>
    <message>
        <source>Switched-off rules…</source>
        <translation>オフにしたルール…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) switched off</source>
        <translation>
            <numerusform>オフのルール %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>designer::QuickAdd</name>
    <message>
        <source>Add a state</source>
        <translation>ステートを追加</translation>
    </message>
    <message>
        <source>%1 state</source>
        <translation>%1 ステート</translation>
    </message>
</context>
<context>
    <name>designer::RecentFilesPanel</name>
    <message>
        <source>Recent files</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>Drop files here to open them</source>
        <translation>ここにファイルをドロップして開く</translation>
    </message>
    <message>
        <source>Files that you open appear here.</source>
        <translation>開いたファイルがここに並びます。</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>time of day</comment>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>a day of this year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>a day of another year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>designer::ReferenceList</name>
    <message>
        <source>Places of the name</source>
        <translation>名前の使用箇所</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n か所</numerusform>
        </translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>ワークフロー</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <translation>%1   %2   %3</translation>
    </message>
</context>
<context>
    <name>designer::RenameBox</name>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
</context>
<context>
    <name>designer::RenameField</name>
    <message>
        <source>Name of the state</source>
        <translation>ステートの名前</translation>
    </message>
</context>
<context>
    <name>designer::RuleDialog</name>
    <message>
        <source>About the rule</source>
        <translation>ルールについて</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正しい例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>designer::RunActions</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>1 つ戻る</translation>
    </message>
    <message>
        <source>Step over</source>
        <translation>ステップオーバー</translation>
    </message>
    <message>
        <source>Step into</source>
        <translation>ステップイン</translation>
    </message>
    <message>
        <source>Step out</source>
        <translation>ステップアウト</translation>
    </message>
    <message>
        <source>Run to the selected state</source>
        <translation>選択したステートまで実行</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>次のイベント</translation>
    </message>
    <message>
        <source>Move the clock to the next wait, retry or timeout</source>
        <translation>次の待機、再試行、タイムアウトまで時計を進める</translation>
    </message>
    <message>
        <source>Answer all open tasks with their event</source>
        <translation>待っているタスクすべてにイベントをそのまま返す</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>ブレークポイント</translation>
    </message>
    <message>
        <source>Execution input…</source>
        <translation>実行の入力…</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>もう一度実行</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Back to designing</source>
        <translation>設計に戻る</translation>
    </message>
    <message>
        <source>Breakpoint condition…</source>
        <translation>ブレークポイントの条件…</translation>
    </message>
    <message>
        <source>Save this run…</source>
        <translation>この実行を保存…</translation>
    </message>
</context>
<context>
    <name>designer::RunChip</name>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>応答を待っています</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Covered: %1 of %2 states, %3 of %4 ways</source>
        <translation>カバー済み: ステート %1 / %2、遷移 %3 / %4</translation>
    </message>
</context>
<context>
    <name>designer::RunClock</name>
    <message>
        <source>The run&apos;s own clock: waits take no time</source>
        <translation>実行の仮想時計です。待ち時間はかかりません</translation>
    </message>
    <message>
        <source>Virtual time %1</source>
        <translation>仮想時刻 %1</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>仮想</translation>
    </message>
</context>
<context>
    <name>designer::RunPanel</name>
    <message>
        <source>Active places</source>
        <translation>実行中の場所</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>応答待ちのタスク</translation>
    </message>
    <message>
        <source>No run yet. Press F5 to run, F10 to step.</source>
        <translation>まだ実行していません。F5 で実行、F10 で 1 ステップ。</translation>
    </message>
    <message>
        <source>submitted, waits for its end</source>
        <translation>送信済み、終了を待機</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>%1 回目</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>実行全体を追う</translation>
    </message>
    <message>
        <source>and %1 more places</source>
        <translation>ほか %1 か所</translation>
    </message>
</context>
<context>
    <name>designer::RunWords</name>
    <message>
        <source>Execution started</source>
        <translation>実行を開始</translation>
    </message>
    <message>
        <source>Execution succeeded</source>
        <translation>実行が成功</translation>
    </message>
    <message>
        <source>Execution failed</source>
        <translation>実行が失敗</translation>
    </message>
    <message>
        <source>Execution aborted</source>
        <translation>実行を中止</translation>
    </message>
    <message>
        <source>Execution timed out</source>
        <translation>実行がタイムアウト</translation>
    </message>
    <message>
        <source>Execution redriven</source>
        <translation>実行をリドライブ</translation>
    </message>
    <message>
        <source>Task state entered</source>
        <translation>Task に入る</translation>
    </message>
    <message>
        <source>Pass state entered</source>
        <translation>Pass に入る</translation>
    </message>
    <message>
        <source>Wait state entered</source>
        <translation>Wait に入る</translation>
    </message>
    <message>
        <source>Choice state entered</source>
        <translation>Choice に入る</translation>
    </message>
    <message>
        <source>Parallel state entered</source>
        <translation>Parallel に入る</translation>
    </message>
    <message>
        <source>Map state entered</source>
        <translation>Map に入る</translation>
    </message>
    <message>
        <source>Succeed state entered</source>
        <translation>Succeed に入る</translation>
    </message>
    <message>
        <source>Fail state entered</source>
        <translation>Fail に入る</translation>
    </message>
    <message>
        <source>Task state exited</source>
        <translation>Task を出る</translation>
    </message>
    <message>
        <source>Pass state exited</source>
        <translation>Pass を出る</translation>
    </message>
    <message>
        <source>Wait state exited</source>
        <translation>Wait を出る</translation>
    </message>
    <message>
        <source>Choice state exited</source>
        <translation>Choice を出る</translation>
    </message>
    <message>
        <source>Parallel state exited</source>
        <translation>Parallel を出る</translation>
    </message>
    <message>
        <source>Map state exited</source>
        <translation>Map を出る</translation>
    </message>
    <message>
        <source>Succeed state exited</source>
        <translation>Succeed を出る</translation>
    </message>
    <message>
        <source>Task state aborted</source>
        <translation>Task を中止</translation>
    </message>
    <message>
        <source>Wait state aborted</source>
        <translation>Wait を中止</translation>
    </message>
    <message>
        <source>Task scheduled</source>
        <translation>タスクをスケジュール</translation>
    </message>
    <message>
        <source>Task started</source>
        <translation>タスクを開始</translation>
    </message>
    <message>
        <source>Task submitted</source>
        <translation>タスクを送信</translation>
    </message>
    <message>
        <source>Task succeeded</source>
        <translation>タスクが成功</translation>
    </message>
    <message>
        <source>Task failed</source>
        <translation>タスクが失敗</translation>
    </message>
    <message>
        <source>Task timed out</source>
        <translation>タスクがタイムアウト</translation>
    </message>
    <message>
        <source>Task start failed</source>
        <translation>タスクの開始に失敗</translation>
    </message>
    <message>
        <source>Task submit failed</source>
        <translation>タスクの送信に失敗</translation>
    </message>
    <message>
        <source>Lambda function scheduled</source>
        <translation>Lambda をスケジュール</translation>
    </message>
    <message>
        <source>Lambda function started</source>
        <translation>Lambda を開始</translation>
    </message>
    <message>
        <source>Lambda function succeeded</source>
        <translation>Lambda が成功</translation>
    </message>
    <message>
        <source>Lambda function failed</source>
        <translation>Lambda が失敗</translation>
    </message>
    <message>
        <source>Lambda function timed out</source>
        <translation>Lambda がタイムアウト</translation>
    </message>
    <message>
        <source>Lambda function start failed</source>
        <translation>Lambda の開始に失敗</translation>
    </message>
    <message>
        <source>Lambda function schedule failed</source>
        <translation>Lambda のスケジュールに失敗</translation>
    </message>
    <message>
        <source>Activity scheduled</source>
        <translation>Activity をスケジュール</translation>
    </message>
    <message>
        <source>Activity started</source>
        <translation>Activity を開始</translation>
    </message>
    <message>
        <source>Activity succeeded</source>
        <translation>Activity が成功</translation>
    </message>
    <message>
        <source>Activity failed</source>
        <translation>Activity が失敗</translation>
    </message>
    <message>
        <source>Activity timed out</source>
        <translation>Activity がタイムアウト</translation>
    </message>
    <message>
        <source>Activity schedule failed</source>
        <translation>Activity のスケジュールに失敗</translation>
    </message>
    <message>
        <source>Parallel state started</source>
        <translation>Parallel を開始</translation>
    </message>
    <message>
        <source>Parallel state succeeded</source>
        <translation>Parallel が成功</translation>
    </message>
    <message>
        <source>Parallel state failed</source>
        <translation>Parallel が失敗</translation>
    </message>
    <message>
        <source>Parallel state aborted</source>
        <translation>Parallel を中止</translation>
    </message>
    <message>
        <source>Map state started</source>
        <translation>Map を開始</translation>
    </message>
    <message>
        <source>Map state succeeded</source>
        <translation>Map が成功</translation>
    </message>
    <message>
        <source>Map state failed</source>
        <translation>Map が失敗</translation>
    </message>
    <message>
        <source>Map state aborted</source>
        <translation>Map を中止</translation>
    </message>
    <message>
        <source>Map iteration started</source>
        <translation>反復を開始</translation>
    </message>
    <message>
        <source>Map iteration succeeded</source>
        <translation>反復が成功</translation>
    </message>
    <message>
        <source>Map iteration failed</source>
        <translation>反復が失敗</translation>
    </message>
    <message>
        <source>Map iteration aborted</source>
        <translation>反復を中止</translation>
    </message>
    <message>
        <source>Map Run started</source>
        <translation>マップ実行を開始</translation>
    </message>
    <message>
        <source>Map Run failed</source>
        <translation>マップ実行が失敗</translation>
    </message>
    <message>
        <source>Map Run redriven</source>
        <translation>マップ実行をリドライブ</translation>
    </message>
    <message>
        <source>Map Run succeeded</source>
        <translation>マップ実行が成功</translation>
    </message>
    <message>
        <source>Map Run aborted</source>
        <translation>マップ実行を中止</translation>
    </message>
    <message>
        <source>Evaluation failed</source>
        <translation>評価に失敗</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>waits for an answer, attempt %1</source>
        <translation>応答待ち、%1 回目</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>応答待ち</translation>
    </message>
    <message>
        <source>waits until %1 s</source>
        <translation>%1 秒まで待機</translation>
    </message>
    <message>
        <source>error caught, goes on</source>
        <translation>エラーをキャッチ、次へ</translation>
    </message>
    <message>
        <source>done, goes on</source>
        <translation>完了、次へ</translation>
    </message>
    <message>
        <source>has its result</source>
        <translation>結果あり</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>about to begin</source>
        <translation>これから開始</translation>
    </message>
    <message>
        <source>%1 of %2 iterations done</source>
        <translation>反復 %1 / %2 完了</translation>
    </message>
    <message>
        <source>%1 of %2 branches done</source>
        <translation>ブランチ %1 / %2 完了</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused at the start</source>
        <translation>開始で一時停止中</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>%1 で一時停止中</translation>
    </message>
    <message>
        <source>%1 waits for an answer</source>
        <translation>%1 が応答待ち</translation>
    </message>
    <message>
        <source>%1 tasks wait for an answer</source>
        <translation>応答待ちのタスク %1 件</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Input changed by hand</source>
        <translation>入力を手動で変更</translation>
    </message>
    <message>
        <source>$%1 changed by hand</source>
        <translation>$%1 を手動で変更</translation>
    </message>
</context>
<context>
    <name>designer::SampleCard</name>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>designer::Severity</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注記</translation>
    </message>
</context>
<context>
    <name>designer::SimulationController</name>
    <message>
        <source>The run rests after %L1 steps: it may have no end.</source>
        <translation>実行を %L1 ステップで一時停止しました。終わりがない可能性があります。</translation>
    </message>
</context>
<context>
    <name>designer::SizeLine</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>designer::StageRail</name>
    <message>
        <source>Stages of the data</source>
        <translation>データの段階</translation>
    </message>
</context>
<context>
    <name>designer::Stages</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selector</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>ItemSelector</source>
        <translation>ItemSelector</translation>
    </message>
</context>
<context>
    <name>designer::StartPage</name>
    <message>
        <source>Version %1 · offline</source>
        <translation>バージョン %1 · オフライン</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>新しいワークフロー</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Search samples</source>
        <translation>サンプルを検索</translation>
    </message>
    <message>
        <source>With inputs and answers of their tasks, ready to run</source>
        <translation>入力とタスクの応答つき。開いてすぐに実行できます</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>New workflow with JSONPath</source>
        <translation>新規（JSONPath）</translation>
    </message>
</context>
<context>
    <name>designer::StateCombo</name>
    <message>
        <source>Go to end</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Choose a state</source>
        <translation>ステートを選ぶ</translation>
    </message>
</context>
<context>
    <name>designer::StatusLine</name>
    <message>
        <source>Show the problems</source>
        <translation>問題を表示</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>行へ移動</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 % で表示</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>エラー %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>注記 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s)</source>
        <translation>
            <numerusform>ステート %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>タスク %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>%1 行 %2 列</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Deleted outside</source>
        <translation>外部で削除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
</context>
<context>
    <name>designer::SwitchedOffDialog</name>
    <message>
        <source>Switched-off rules</source>
        <translation>オフにしたルール</translation>
    </message>
    <message>
        <source>Tick a rule to bring it back. What is switched off for this file stands in your settings, never in the file.</source>
        <translation>チェックするとルールが戻ります。このファイルでオフにしたルールは設定に保存され、ファイルには書き込まれません。</translation>
    </message>
    <message>
        <source>About the rule</source>
        <translation>ルールについて</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>designer::TaskAnswerBox</name>
    <message>
        <source>Succeed with</source>
        <translation>成功を返す</translation>
    </message>
    <message>
        <source>Fail with</source>
        <translation>失敗を返す</translation>
    </message>
    <message>
        <source>Value that the task returns</source>
        <translation>タスクが返す値</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答する</translation>
    </message>
    <message>
        <source>All open tasks return their event</source>
        <translation>すべてのタスクでイベントを返す</translation>
    </message>
    <message>
        <source>Error name</source>
        <translation>エラー名</translation>
    </message>
    <message>
        <source>Cause (optional)</source>
        <translation>原因 (任意)</translation>
    </message>
    <message>
        <source>Those that are open, and those that come until the run ends</source>
        <translation>待っているタスクと、実行が終わるまでに来るタスク</translation>
    </message>
    <message>
        <source>%1 · attempt %2</source>
        <translation>%1 · %2 回目</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>この応答を保持</translation>
    </message>
    <message>
        <source>Every further task of this state is answered like this</source>
        <translation>このステートの以後のタスクには同じように応答します</translation>
    </message>
</context>
<context>
    <name>designer::TestCasesPanel</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>すべて実行</translation>
    </message>
    <message>
        <source>Runs every test case that belongs to this definition</source>
        <translation>この定義のテストケースをすべて実行します</translation>
    </message>
    <message>
        <source>Open as run</source>
        <translation>実行として開く</translation>
    </message>
    <message>
        <source>Runs the selected case here, step by step if you like</source>
        <translation>選んだケースをここで実行します。1 ステップずつ見ることもできます</translation>
    </message>
    <message>
        <source>Open a mock file…</source>
        <translation>モックファイルを開く…</translation>
    </message>
    <message>
        <source>Read the mock file again</source>
        <translation>モックファイルを読み直す</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>テストケース</translation>
    </message>
    <message>
        <source>Test cases (%1)</source>
        <translation>テストケース (%1)</translation>
    </message>
    <message>
        <source>What is not as expected</source>
        <translation>期待と違う点</translation>
    </message>
    <message>
        <source>Expected and actual value</source>
        <translation>期待した値と実際の値</translation>
    </message>
    <message>
        <source>Show coverage on the drawing</source>
        <translation>カバレッジを図に表示</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Open a mock file of Step Functions Local. Its cases may carry &quot;Input&quot; and &quot;Expect&quot; and are run by stepwright-cli test as well.</source>
        <translation>Step Functions Local のモックファイルを開いてください。ケースには &quot;Input&quot; と &quot;Expect&quot; を書けます。stepwright-cli test でも同じものを実行できます。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>in error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1 has not been run</source>
        <translation>%1 はまだ実行していません</translation>
    </message>
    <message>
        <source>%1 ended as %2</source>
        <translation>%1 は %2 で終わりました</translation>
    </message>
    <message>
        <source> (of an earlier text)</source>
        <translation> (以前のテキストの結果)</translation>
    </message>
    <message>
        <source>States</source>
        <translation>ステート</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>遷移</translation>
    </message>
    <message>
        <source>Choice rules</source>
        <translation>Choice ルール</translation>
    </message>
    <message>
        <source>Catchers</source>
        <translation>キャッチャー</translation>
    </message>
    <message>
        <source>Retriers</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>designer::TextView</name>
    <message>
        <source>Text of the definition</source>
        <translation>定義のテキスト</translation>
    </message>
</context>
<context>
    <name>designer::Theme</name>
    <message>
        <source>Not reached</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Error caught</source>
        <translation>エラーをキャッチ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>designer::TimelineChart</name>
    <message>
        <source>Timeline of the run</source>
        <translation>実行のタイムライン</translation>
    </message>
    <message>
        <source>No run yet. Press F5 to run, F10 to step.</source>
        <translation>まだ実行していません。F5 で実行、F10 で 1 ステップ。</translation>
    </message>
    <message>
        <source>by event</source>
        <translation>イベント順</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>イベント %1</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1～%2 秒</translation>
    </message>
    <message>
        <source>since %1 s</source>
        <translation>%1 秒から</translation>
    </message>
</context>
<context>
    <name>designer::TimelinePanel</name>
    <message>
        <source>All events</source>
        <translation>すべてのイベント</translation>
    </message>
    <message>
        <source>States entered and left</source>
        <translation>ステートの開始と終了</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Parallel and Map</source>
        <translation>Parallel と Map</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>エラーのみ</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>イベントの種類</translation>
    </message>
    <message>
        <source>State, event, error or #1</source>
        <translation>名前・エラー・#1</translation>
    </message>
    <message>
        <source>Filter events by text</source>
        <translation>文字でイベントを絞り込む</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2 件</translation>
    </message>
    <message>
        <source>Branch of the run</source>
        <translation>実行の分岐</translation>
    </message>
    <message>
        <source>Deciding anything after going back begins another branch; all of them stay here</source>
        <translation>戻ってから進めると新しい分岐になります。以前の分岐も残ります</translation>
    </message>
    <message>
        <source>open</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Branch %1 from step %2: %3</source>
        <translation>分岐 %1 (ステップ %2 から): %3</translation>
    </message>
</context>
<context>
    <name>designer::TokenDialog</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Values for tokens</source>
        <translation>トークンの値</translation>
    </message>
    <message>
        <source>Text, number or JSON</source>
        <translation>文字列、数値、または JSON</translation>
    </message>
    <message>
        <source>The run needs values for these tokens. They are kept in your settings, never in the file.</source>
        <translation>実行には、次のトークンの値が必要です。値は設定に保存され、ファイルには書き込まれません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 in the template, known when it is deployed</source>
        <translation>テンプレートの %1。デプロイ時に決まります</translation>
    </message>
</context>
<context>
    <name>designer::ValueDialog</name>
    <message>
        <source>Edit value</source>
        <translation>値を編集</translation>
    </message>
    <message>
        <source>The run goes on with this value. What was changed by hand is marked, and is no event of the history.</source>
        <translation>実行はこの値で続きます。手動で変更した値には印が付き、履歴のイベントにはなりません。</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>整形</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>designer::WatchGroup</name>
    <message>
        <source>nothing</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>ウォッチ</translation>
    </message>
    <message>
        <source>Watched expressions</source>
        <translation>ウォッチ式</translation>
    </message>
    <message>
        <source>Watch an expression</source>
        <translation>式をウォッチする</translation>
    </message>
    <message>
        <source>Expression to watch, in JSONata</source>
        <translation>ウォッチする式 (JSONata)</translation>
    </message>
    <message>
        <source>JSONata: $ is the input of the selected visit, $name a variable; $states has input, result, output and context</source>
        <translation>JSONata: $ は選んだ訪問の入力、$name は変数、$states には input・result・output・context があります</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>designer::Workspace</name>
    <message>
        <source>The text is just being changed at this place. Try again in a moment.</source>
        <translation>この場所のテキストは変更中です。少し待ってからもう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>designer::ZoomBar</name>
    <message>
        <source>Zoom out (Ctrl+-)</source>
        <translation>縮小 (Ctrl+-)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl+=)</source>
        <translation>拡大 (Ctrl+=)</translation>
    </message>
    <message>
        <source>Fit the drawing (Ctrl+9)</source>
        <translation>図全体を表示 (Ctrl+9)</translation>
    </message>
    <message>
        <source>Let the flow run to the right</source>
        <translation>流れを右向きにする</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>全体図</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>The text is exactly this one.</source>
        <translation>文字列がこれと同じ。</translation>
    </message>
    <message>
        <source>The text is exactly the one at this path.</source>
        <translation>文字列がこのパスの文字列と同じ。</translation>
    </message>
    <message>
        <source>The text sorts before this one.</source>
        <translation>文字列がこれより前に並ぶ。</translation>
    </message>
    <message>
        <source>The text sorts before the one at this path.</source>
        <translation>文字列がこのパスの文字列より前に並ぶ。</translation>
    </message>
    <message>
        <source>The text sorts after this one.</source>
        <translation>文字列がこれより後に並ぶ。</translation>
    </message>
    <message>
        <source>The text sorts after the one at this path.</source>
        <translation>文字列がこのパスの文字列より後に並ぶ。</translation>
    </message>
    <message>
        <source>The text sorts before this one or is the same.</source>
        <translation>文字列がこれより前に並ぶか、同じ。</translation>
    </message>
    <message>
        <source>The text sorts before the one at this path or is the same.</source>
        <translation>文字列がこのパスの文字列より前に並ぶか、同じ。</translation>
    </message>
    <message>
        <source>The text sorts after this one or is the same.</source>
        <translation>文字列がこれより後に並ぶか、同じ。</translation>
    </message>
    <message>
        <source>The text sorts after the one at this path or is the same.</source>
        <translation>文字列がこのパスの文字列より後に並ぶか、同じ。</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>パターンに一致</translation>
    </message>
    <message>
        <source>The text fits this pattern, in which * stands for any characters.</source>
        <translation>文字列がこのパターンに一致する。* は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>The number is equal to this one.</source>
        <translation>数値がこれと等しい。</translation>
    </message>
    <message>
        <source>The number is equal to the one at this path.</source>
        <translation>数値がこのパスの数値と等しい。</translation>
    </message>
    <message>
        <source>The number is smaller than this one.</source>
        <translation>数値がこれより小さい。</translation>
    </message>
    <message>
        <source>The number is smaller than the one at this path.</source>
        <translation>数値がこのパスの数値より小さい。</translation>
    </message>
    <message>
        <source>The number is greater than this one.</source>
        <translation>数値がこれより大きい。</translation>
    </message>
    <message>
        <source>The number is greater than the one at this path.</source>
        <translation>数値がこのパスの数値より大きい。</translation>
    </message>
    <message>
        <source>The number is smaller than or equal to this one.</source>
        <translation>数値がこれ以下。</translation>
    </message>
    <message>
        <source>The number is smaller than or equal to the one at this path.</source>
        <translation>数値がこのパスの数値以下。</translation>
    </message>
    <message>
        <source>The number is greater than or equal to this one.</source>
        <translation>数値がこれ以上。</translation>
    </message>
    <message>
        <source>The number is greater than or equal to the one at this path.</source>
        <translation>数値がこのパスの数値以上。</translation>
    </message>
    <message>
        <source>The value is this boolean.</source>
        <translation>値がこの真偽値と同じ。</translation>
    </message>
    <message>
        <source>The value is the boolean at this path.</source>
        <translation>値がこのパスの真偽値と同じ。</translation>
    </message>
    <message>
        <source>The time is the same moment as this one.</source>
        <translation>時刻がこれと同じ時点。</translation>
    </message>
    <message>
        <source>The time is the same moment as the one at this path.</source>
        <translation>時刻がこのパスの時刻と同じ時点。</translation>
    </message>
    <message>
        <source>The time is earlier than this one.</source>
        <translation>時刻がこれより前。</translation>
    </message>
    <message>
        <source>The time is earlier than the one at this path.</source>
        <translation>時刻がこのパスの時刻より前。</translation>
    </message>
    <message>
        <source>The time is later than this one.</source>
        <translation>時刻がこれより後。</translation>
    </message>
    <message>
        <source>The time is later than the one at this path.</source>
        <translation>時刻がこのパスの時刻より後。</translation>
    </message>
    <message>
        <source>The time is not later than this one.</source>
        <translation>時刻がこれ以前。</translation>
    </message>
    <message>
        <source>The time is not later than the one at this path.</source>
        <translation>時刻がこのパスの時刻以前。</translation>
    </message>
    <message>
        <source>The time is not earlier than this one.</source>
        <translation>時刻がこれ以降。</translation>
    </message>
    <message>
        <source>The time is not earlier than the one at this path.</source>
        <translation>時刻がこのパスの時刻以降。</translation>
    </message>
    <message>
        <source>is null</source>
        <translation>null である</translation>
    </message>
    <message>
        <source>The value is null (false: it is not).</source>
        <translation>値が null (false: null ではない)。</translation>
    </message>
    <message>
        <source>is present</source>
        <translation>存在する</translation>
    </message>
    <message>
        <source>The path leads to a value, be it null (false: it does not).</source>
        <translation>パスの先に値がある。null でもよい (false: 値がない)。</translation>
    </message>
    <message>
        <source>is a number</source>
        <translation>数値である</translation>
    </message>
    <message>
        <source>The value is a number (false: it is not).</source>
        <translation>値が数値 (false: 数値ではない)。</translation>
    </message>
    <message>
        <source>is a text</source>
        <translation>文字列である</translation>
    </message>
    <message>
        <source>The value is a text (false: it is not).</source>
        <translation>値が文字列 (false: 文字列ではない)。</translation>
    </message>
    <message>
        <source>is a boolean</source>
        <translation>真偽値である</translation>
    </message>
    <message>
        <source>The value is true or false (false: it is neither).</source>
        <translation>値が true か false (false: どちらでもない)。</translation>
    </message>
    <message>
        <source>is a timestamp</source>
        <translation>タイムスタンプである</translation>
    </message>
    <message>
        <source>The value is a text such as 2026-03-01T09:00:00Z (false: it is not).</source>
        <translation>値が 2026-03-01T09:00:00Z のような文字列 (false: そうではない)。</translation>
    </message>
    <message>
        <source>Stands for nearly every error; alone in its list, and in the last entry.</source>
        <translation>ほぼすべてのエラーを表します。配列にはこれだけを書き、最後の要素に置きます。</translation>
    </message>
    <message>
        <source>A task failed; stands for every error of a task but States.Timeout.</source>
        <translation>タスクの失敗。States.Timeout を除く、タスクのすべてのエラーを表します。</translation>
    </message>
    <message>
        <source>A task took longer than its timeout, or missed a heartbeat.</source>
        <translation>タスクがタイムアウトしたか、ハートビートが途切れました。</translation>
    </message>
    <message>
        <source>A task did not send a heartbeat in time.</source>
        <translation>タスクが時間内にハートビートを送りませんでした。</translation>
    </message>
    <message>
        <source>A payload was larger than 256 KiB.</source>
        <translation>ペイロードが 256 KiB を超えました。</translation>
    </message>
    <message>
        <source>The data could not be processed; it can be neither retried nor caught.</source>
        <translation>データを処理できませんでした。再試行もキャッチもできません。</translation>
    </message>
    <message>
        <source>The role of the state machine may not run the task.</source>
        <translation>ステートマシンのロールにタスクを実行する権限がありません。</translation>
    </message>
    <message>
        <source>A JSONata expression failed, or gave nothing or the wrong type.</source>
        <translation>JSONata 式が失敗したか、値がない、または値の型が違います。</translation>
    </message>
    <message>
        <source>ResultPath cannot be applied to the input.</source>
        <translation>ResultPath を入力に適用できません。</translation>
    </message>
    <message>
        <source>A path in a payload template leads nowhere.</source>
        <translation>ペイロードテンプレートのパスの先に何もありません。</translation>
    </message>
    <message>
        <source>An intrinsic function failed.</source>
        <translation>組み込み関数が失敗しました。</translation>
    </message>
    <message>
        <source>A branch of a Parallel state failed.</source>
        <translation>Parallel ステートのブランチが失敗しました。</translation>
    </message>
    <message>
        <source>No rule of a Choice state was true, and it has no Default.</source>
        <translation>Choice ステートのどのルールも真でなく、Default もありません。</translation>
    </message>
    <message>
        <source>More items of a distributed Map failed than are tolerated.</source>
        <translation>分散マップで、許容数を超える項目が失敗しました。</translation>
    </message>
    <message>
        <source>The items of a distributed Map could not be read.</source>
        <translation>分散マップの項目を読めませんでした。</translation>
    </message>
    <message>
        <source>The results of a distributed Map could not be written.</source>
        <translation>分散マップの結果を書き込めませんでした。</translation>
    </message>
    <message>
        <source>A call of an HTTP task took too long or its connection broke.</source>
        <translation>HTTP タスクの呼び出しに時間がかかりすぎたか、接続が切れました。</translation>
    </message>
    <message>
        <source>What the state does.</source>
        <translation>ステートの動作。</translation>
    </message>
    <message>
        <source>A remark for people; it has no effect.</source>
        <translation>人のためのコメント。動作には影響しません。</translation>
    </message>
    <message>
        <source>The language of this state&apos;s expressions, when it differs from the state machine&apos;s.</source>
        <translation>このステートの式の言語。ステートマシンと違う場合に指定します。</translation>
    </message>
    <message>
        <source>Selects the part of the state&apos;s input that it works with; null gives an empty object.</source>
        <translation>ステートの入力のうち、処理に使う部分を選びます。null なら空のオブジェクトになります。</translation>
    </message>
    <message>
        <source>Selects the part that is handed to the next state; null gives an empty object.</source>
        <translation>次のステートに渡す部分を選びます。null なら空のオブジェクトになります。</translation>
    </message>
    <message>
        <source>Builds the input of the work; keys that end in .$ are computed.</source>
        <translation>処理の入力を組み立てます。.$ で終わるキーは計算されます。</translation>
    </message>
    <message>
        <source>The input of the work, with {% … %} expressions inside.</source>
        <translation>処理の入力。{% … %} の式を書けます。</translation>
    </message>
    <message>
        <source>Builds a new result from the result of the work, before ResultPath puts it in place.</source>
        <translation>処理の結果から、ResultPath で配置する前に新しい結果を組み立てます。</translation>
    </message>
    <message>
        <source>Where in the state&apos;s input the result is put; null discards the result.</source>
        <translation>結果をステートの入力のどこに置くか。null なら結果を捨てます。</translation>
    </message>
    <message>
        <source>What is handed to the next state.</source>
        <translation>次のステートに渡すもの。</translation>
    </message>
    <message>
        <source>Variables and the values they get when the state is left.</source>
        <translation>変数と、ステートを出るときに代入する値。</translation>
    </message>
    <message>
        <source>After which errors the work is tried again, how often and when.</source>
        <translation>どのエラーの後に、何回、どの間隔で再試行するか。</translation>
    </message>
    <message>
        <source>Which state goes on after which errors, once Retry has given up.</source>
        <translation>再試行が尽きた後、どのエラーでどのステートへ進むか。</translation>
    </message>
    <message>
        <source>The state that follows.</source>
        <translation>次のステート。</translation>
    </message>
    <message>
        <source>true: the state machine, branch or iteration ends after this state.</source>
        <translation>true: このステートでステートマシン、ブランチ、または反復が終わります。</translation>
    </message>
    <message>
        <source>The error names that this applies to; States.ALL stands for nearly all.</source>
        <translation>対象のエラー名。States.ALL はほぼすべてを表します。</translation>
    </message>
    <message>
        <source>The state with which it begins.</source>
        <translation>最初のステート。</translation>
    </message>
    <message>
        <source>The states by name.</source>
        <translation>名前ごとのステート。</translation>
    </message>
    <message>
        <source>The version of the language; there is only 1.0.</source>
        <translation>言語のバージョン。1.0 だけです。</translation>
    </message>
    <message>
        <source>The language of the expressions in all states.</source>
        <translation>すべてのステートの式の言語。</translation>
    </message>
    <message>
        <source>After so many seconds the whole execution ends as timed out.</source>
        <translation>この秒数が過ぎると、実行全体がタイムアウトで終わります。</translation>
    </message>
    <message>
        <source>Whether the iterations run inside the execution or as child executions.</source>
        <translation>反復を実行の中で行うか、子実行として行うか。</translation>
    </message>
    <message>
        <source>INLINE: inside the execution. DISTRIBUTED: each iteration is a child execution.</source>
        <translation>INLINE: 実行の中で行います。DISTRIBUTED: 反復ごとに子実行になります。</translation>
    </message>
    <message>
        <source>The type of the child executions; needed in distributed mode.</source>
        <translation>子実行のタイプ。分散モードで必要です。</translation>
    </message>
    <message>
        <source>The seconds before the first retry.</source>
        <translation>最初の再試行までの秒数。</translation>
    </message>
    <message>
        <source>How often it is tried again; 0: never after these errors.</source>
        <translation>再試行する回数。0: これらのエラーでは再試行しません。</translation>
    </message>
    <message>
        <source>The interval is multiplied by this after each retry.</source>
        <translation>再試行のたびに間隔に掛ける倍率。</translation>
    </message>
    <message>
        <source>The longest interval between two attempts.</source>
        <translation>試行の間の最長の間隔。</translation>
    </message>
    <message>
        <source>FULL: a random part of the interval is waited.</source>
        <translation>FULL: 間隔のうちランダムな長さだけ待ちます。</translation>
    </message>
    <message>
        <source>All of these rules are true.</source>
        <translation>これらのルールがすべて真。</translation>
    </message>
    <message>
        <source>At least one of these rules is true.</source>
        <translation>これらのルールの少なくとも 1 つが真。</translation>
    </message>
    <message>
        <source>This rule is not true.</source>
        <translation>このルールが真ではない。</translation>
    </message>
    <message>
        <source>The path of the value that is tested.</source>
        <translation>調べる値のパス。</translation>
    </message>
    <message>
        <source>An expression that gives true or false.</source>
        <translation>true か false になる式。</translation>
    </message>
    <message>
        <source>The action that reads: arn:aws:states:::s3:getObject or s3:listObjectsV2.</source>
        <translation>読み込むアクション: arn:aws:states:::s3:getObject または s3:listObjectsV2。</translation>
    </message>
    <message>
        <source>The form of what is read.</source>
        <translation>読み込むものの形式。</translation>
    </message>
    <message>
        <source>The format of the file.</source>
        <translation>ファイルの形式。</translation>
    </message>
    <message>
        <source>NONE: the items are the objects&apos; descriptions. LOAD_AND_FLATTEN: what the objects hold.</source>
        <translation>NONE: 項目はオブジェクトの情報です。LOAD_AND_FLATTEN: オブジェクトの中身です。</translation>
    </message>
    <message>
        <source>What kind of manifest the file is.</source>
        <translation>マニフェストの種類。</translation>
    </message>
    <message>
        <source>Where the names of the columns are found.</source>
        <translation>列名のある場所。</translation>
    </message>
    <message>
        <source>The names of the columns, with CSVHeaderLocation GIVEN.</source>
        <translation>列名。CSVHeaderLocation が GIVEN のときに使います。</translation>
    </message>
    <message>
        <source>What stands between two fields of a row.</source>
        <translation>行の中でフィールドを区切る文字。</translation>
    </message>
    <message>
        <source>JSON pointer to the items inside a JSON file, such as /data/rows.</source>
        <translation>JSON ファイル内の項目を指す JSON ポインター。例: /data/rows</translation>
    </message>
    <message>
        <source>At most so many items are read.</source>
        <translation>読み込む項目の最大数。</translation>
    </message>
    <message>
        <source>Where in the input the largest number of items is found.</source>
        <translation>項目の最大数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>At most so many items go to one child execution.</source>
        <translation>1 つの子実行に渡す項目の最大数。</translation>
    </message>
    <message>
        <source>Where in the input the largest number of items of a batch is found.</source>
        <translation>バッチの項目の最大数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>At most so many bytes of JSON go to one child execution.</source>
        <translation>1 つの子実行に渡す JSON の最大バイト数。</translation>
    </message>
    <message>
        <source>Where in the input the largest size of a batch is found.</source>
        <translation>バッチの最大サイズが入力のどこにあるか。</translation>
    </message>
    <message>
        <source>What every batch gets beside its items.</source>
        <translation>各バッチに項目のほかに渡すもの。</translation>
    </message>
    <message>
        <source>The action that writes: arn:aws:states:::s3:putObject.</source>
        <translation>書き込むアクション: arn:aws:states:::s3:putObject。</translation>
    </message>
    <message>
        <source>The form of the results.</source>
        <translation>結果の形式。</translation>
    </message>
    <message>
        <source>The bucket and prefix to write to; keys that end in .$ are computed.</source>
        <translation>書き込み先のバケットとプレフィックス。.$ で終わるキーは計算されます。</translation>
    </message>
    <message>
        <source>The bucket and prefix to write to.</source>
        <translation>書き込み先のバケットとプレフィックス。</translation>
    </message>
    <message>
        <source>NONE: records of the child executions. COMPACT: their outputs. FLATTEN: outputs that are arrays are joined.</source>
        <translation>NONE: 子実行の記録。COMPACT: 子実行の出力。FLATTEN: 配列の出力を 1 つにつなげます。</translation>
    </message>
    <message>
        <source>JSON: one array. JSONL: one value a line.</source>
        <translation>JSON: 1 つの配列。JSONL: 1 行に 1 つの値。</translation>
    </message>
    <message>
        <source>The ARN of the role to assume.</source>
        <translation>引き受けるロールの ARN。</translation>
    </message>
    <message>
        <source>Where in the input the ARN of the role is found.</source>
        <translation>ロールの ARN が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>AWS service</source>
        <translation>AWS サービス</translation>
    </message>
    <message>
        <source>The ARN of the function, activity or service action that does the work.</source>
        <translation>処理を行う関数、アクティビティ、またはサービスアクションの ARN。</translation>
    </message>
    <message>
        <source>The role to assume for a resource of another account.</source>
        <translation>別のアカウントのリソースのために引き受けるロール。</translation>
    </message>
    <message>
        <source>After so many seconds the task fails with States.Timeout.</source>
        <translation>この秒数が過ぎると、タスクが States.Timeout で失敗します。</translation>
    </message>
    <message>
        <source>Where in the input the timeout in seconds is found.</source>
        <translation>タイムアウトの秒数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The longest gap between two heartbeats of an activity or callback; smaller than the timeout.</source>
        <translation>アクティビティやコールバックのハートビートの最長間隔。タイムアウトより短くします。</translation>
    </message>
    <message>
        <source>Where in the input the heartbeat in seconds is found.</source>
        <translation>ハートビートの秒数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The state machines that run at the same time, each with a copy of the input.</source>
        <translation>同時に実行するステートマシン。それぞれが入力のコピーを受け取ります。</translation>
    </message>
    <message>
        <source>Names the child executions of a distributed Map; no blanks and no special characters.</source>
        <translation>分散マップの子実行に付ける名前。空白や特殊文字は使えません。</translation>
    </message>
    <message>
        <source>Where in the input the items are found.</source>
        <translation>項目が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The items: an array, an object, or an expression that gives one.</source>
        <translation>項目。配列、オブジェクト、またはそれを返す式。</translation>
    </message>
    <message>
        <source>Reads the items of a distributed Map from files in a bucket.</source>
        <translation>分散マップの項目をバケットのファイルから読み込みます。</translation>
    </message>
    <message>
        <source>Builds the input of each iteration; without it the item itself.</source>
        <translation>各反復の入力を組み立てます。指定しなければ項目そのものです。</translation>
    </message>
    <message>
        <source>The former name of ItemSelector.</source>
        <translation>ItemSelector の旧名。</translation>
    </message>
    <message>
        <source>Hands several items of a distributed Map to one child execution.</source>
        <translation>分散マップの項目をいくつかまとめて 1 つの子実行に渡します。</translation>
    </message>
    <message>
        <source>How many iterations may run at the same time; 1: one after another, 0: no limit.</source>
        <translation>反復の同時実行数。1: 1 つずつ、0: 制限なし。</translation>
    </message>
    <message>
        <source>Where in the input the number of iterations at the same time is found.</source>
        <translation>反復の同時実行数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The share of items that may fail before a distributed Map fails.</source>
        <translation>失敗してもよい項目の割合。超えると分散マップが失敗します。</translation>
    </message>
    <message>
        <source>Where in the input the tolerated share of failed items is found.</source>
        <translation>失敗の許容割合が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>How many items may fail before a distributed Map fails.</source>
        <translation>失敗してもよい項目の数。超えると分散マップが失敗します。</translation>
    </message>
    <message>
        <source>Where in the input the tolerated number of failed items is found.</source>
        <translation>失敗の許容数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The state machine that runs once for each item.</source>
        <translation>項目ごとに 1 回実行するステートマシン。</translation>
    </message>
    <message>
        <source>The former name of ItemProcessor.</source>
        <translation>ItemProcessor の旧名。</translation>
    </message>
    <message>
        <source>Writes the results of a distributed Map to a bucket, or changes their form.</source>
        <translation>分散マップの結果をバケットに書き込むか、形式を変えます。</translation>
    </message>
    <message>
        <source>A fixed result, taken as it is: nothing in it is computed.</source>
        <translation>固定の結果。そのまま使われ、中は計算されません。</translation>
    </message>
    <message>
        <source>How many seconds to wait.</source>
        <translation>待つ秒数。</translation>
    </message>
    <message>
        <source>Where in the input the number of seconds is found.</source>
        <translation>秒数が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>Until when to wait, as in 2026-03-01T09:00:00Z.</source>
        <translation>待ち終わる時刻。例: 2026-03-01T09:00:00Z</translation>
    </message>
    <message>
        <source>Where in the input the time until which to wait is found.</source>
        <translation>待ち終わる時刻が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The rules, tried in order; the first that is true decides where to go.</source>
        <translation>ルール。順に試し、最初に真になったものが遷移先を決めます。</translation>
    </message>
    <message>
        <source>The state that follows when no rule is true.</source>
        <translation>どのルールも真でないときの次のステート。</translation>
    </message>
    <message>
        <source>The name of the error.</source>
        <translation>エラーの名前。</translation>
    </message>
    <message>
        <source>Where in the input the name of the error is found.</source>
        <translation>エラーの名前が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>What went wrong, for people.</source>
        <translation>何が起きたかの、人のための説明。</translation>
    </message>
    <message>
        <source>Where in the input the cause is found.</source>
        <translation>原因が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>Has a function, an activity or a service do some work.</source>
        <translation>関数、アクティビティ、またはサービスに処理をさせます。</translation>
    </message>
    <message>
        <source>Runs several branches at the same time.</source>
        <translation>複数のブランチを同時に実行します。</translation>
    </message>
    <message>
        <source>Runs the same steps for each item of a list.</source>
        <translation>配列の項目ごとに同じ手順を実行します。</translation>
    </message>
    <message>
        <source>Hands its input on, or builds new data, without doing any work.</source>
        <translation>何も処理せずに入力を渡すか、新しいデータを組み立てます。</translation>
    </message>
    <message>
        <source>Waits for a time or until a moment.</source>
        <translation>一定の時間、または指定の時刻まで待ちます。</translation>
    </message>
    <message>
        <source>Goes one of several ways, depending on the data.</source>
        <translation>データに応じて遷移先を選びます。</translation>
    </message>
    <message>
        <source>Ends the state machine, branch or iteration successfully.</source>
        <translation>ステートマシン、ブランチ、または反復を成功で終えます。</translation>
    </message>
    <message>
        <source>Ends the state machine, branch or iteration with an error.</source>
        <translation>ステートマシン、ブランチ、または反復をエラーで終えます。</translation>
    </message>
    <message>
        <source>The name or ARN of the function.</source>
        <translation>関数の名前または ARN。</translation>
    </message>
    <message>
        <source>Where in the input the name of the function is found.</source>
        <translation>関数の名前が入力のどこにあるか。</translation>
    </message>
    <message>
        <source>What the function is given.</source>
        <translation>関数に渡すもの。</translation>
    </message>
    <message>
        <source>Where in the input the payload is found.</source>
        <translation>ペイロードが入力のどこにあるか。</translation>
    </message>
    <message>
        <source>The execution: its ARN, name, input, role and start.</source>
        <translation>実行: ARN、名前、入力、ロール、開始時刻。</translation>
    </message>
    <message>
        <source>The state: its name, when it was entered, how often it was retried.</source>
        <translation>ステート: 名前、入った時刻、再試行の回数。</translation>
    </message>
    <message>
        <source>The state machine: its ARN and name.</source>
        <translation>ステートマシン: ARN と名前。</translation>
    </message>
    <message>
        <source>The task: the token of a callback.</source>
        <translation>タスク: コールバックのトークン。</translation>
    </message>
    <message>
        <source>The item of the Map around.</source>
        <translation>外側の Map の項目。</translation>
    </message>
    <message>
        <source>The ARN of the execution.</source>
        <translation>実行の ARN。</translation>
    </message>
    <message>
        <source>The input of the execution.</source>
        <translation>実行の入力。</translation>
    </message>
    <message>
        <source>The name of the execution.</source>
        <translation>実行の名前。</translation>
    </message>
    <message>
        <source>The role under which the state machine runs.</source>
        <translation>ステートマシンを実行するロール。</translation>
    </message>
    <message>
        <source>When the execution began, as a timestamp.</source>
        <translation>実行の開始時刻。タイムスタンプです。</translation>
    </message>
    <message>
        <source>How often the execution was redriven.</source>
        <translation>リドライブの回数。</translation>
    </message>
    <message>
        <source>When the execution was redriven; only after a redrive.</source>
        <translation>リドライブの時刻。リドライブの後だけにあります。</translation>
    </message>
    <message>
        <source>When the state was entered, as a timestamp.</source>
        <translation>ステートに入った時刻。タイムスタンプです。</translation>
    </message>
    <message>
        <source>The name of the state.</source>
        <translation>ステートの名前。</translation>
    </message>
    <message>
        <source>How often a Task, Parallel or Map was retried.</source>
        <translation>Task、Parallel、Map の再試行の回数。</translation>
    </message>
    <message>
        <source>The ARN of the state machine.</source>
        <translation>ステートマシンの ARN。</translation>
    </message>
    <message>
        <source>The name of the state machine.</source>
        <translation>ステートマシンの名前。</translation>
    </message>
    <message>
        <source>The token with which a callback is answered; only with .waitForTaskToken.</source>
        <translation>コールバックへの応答に使うトークン。.waitForTaskToken のときだけにあります。</translation>
    </message>
    <message>
        <source>The item of this iteration.</source>
        <translation>この反復の項目。</translation>
    </message>
    <message>
        <source>The place of the item, counted from 0.</source>
        <translation>項目の番号。0 から数えます。</translation>
    </message>
    <message>
        <source>The item itself.</source>
        <translation>項目そのもの。</translation>
    </message>
    <message>
        <source>The name of the item, where the items are an object.</source>
        <translation>項目の名前。項目がオブジェクトのときにあります。</translation>
    </message>
    <message>
        <source>Where the item comes from: the state&apos;s data, or a file.</source>
        <translation>項目の出どころ: ステートのデータ、またはファイル。</translation>
    </message>
    <message>
        <source>An array of the values.</source>
        <translation>値の配列。</translation>
    </message>
    <message>
        <source>Whether the array has an equal item.</source>
        <translation>等しい項目が配列にあるかどうか。</translation>
    </message>
    <message>
        <source>The item at an index that counts from 0.</source>
        <translation>0 から数えた位置にある項目。</translation>
    </message>
    <message>
        <source>How many items the array has.</source>
        <translation>配列の項目数。</translation>
    </message>
    <message>
        <source>The items in arrays of at most that size.</source>
        <translation>項目を、指定した大きさまでの配列に分けます。</translation>
    </message>
    <message>
        <source>The numbers from first to last, at most 1,000.</source>
        <translation>最初から最後までの数値 (1,000 個まで)。</translation>
    </message>
    <message>
        <source>The items without repetitions.</source>
        <translation>重複のない項目。</translation>
    </message>
    <message>
        <source>The text that was encoded, up to 10,000 characters.</source>
        <translation>Base64 から戻したテキスト (10,000 文字まで)。</translation>
    </message>
    <message>
        <source>The text in Base64, up to 10,000 characters.</source>
        <translation>Base64 にしたテキスト (10,000 文字まで)。</translation>
    </message>
    <message>
        <source>The template with each {} replaced by a value.</source>
        <translation>{} をそれぞれ値に置き換えたテンプレート。</translation>
    </message>
    <message>
        <source>The hash in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.</source>
        <translation>16 進のハッシュ: MD5、SHA-1、SHA-256、SHA-384、SHA-512。</translation>
    </message>
    <message>
        <source>The members of both objects; the second wins.</source>
        <translation>両方のオブジェクトのメンバー。2 番目が優先されます。</translation>
    </message>
    <message>
        <source>The value as JSON text.</source>
        <translation>値の JSON テキスト。</translation>
    </message>
    <message>
        <source>The sum of two whole numbers.</source>
        <translation>2 つの整数の和。</translation>
    </message>
    <message>
        <source>A whole number from start to below end; the seed is optional.</source>
        <translation>開始以上、終了未満の整数。シードは省略できます。</translation>
    </message>
    <message>
        <source>The pieces between any of the separating characters.</source>
        <translation>区切り文字のどれかで分けた部分。</translation>
    </message>
    <message>
        <source>The value that the JSON text says.</source>
        <translation>JSON テキストが表す値。</translation>
    </message>
    <message>
        <source>A universally unique identifier of version 4.</source>
        <translation>バージョン 4 の UUID。</translation>
    </message>
    <message>
        <source>The items of both arrays.</source>
        <translation>両方の配列の項目。</translation>
    </message>
    <message>
        <source>Whether there is a value.</source>
        <translation>値があるかどうか。</translation>
    </message>
    <message>
        <source>Each member of the objects as an object of its own.</source>
        <translation>オブジェクトの各メンバーを 1 つずつのオブジェクトにします。</translation>
    </message>
    <message>
        <source>The members of all objects; later ones win.</source>
        <translation>すべてのオブジェクトのメンバー。後のものが優先されます。</translation>
    </message>
    <message>
        <source>The items from last to first.</source>
        <translation>項目を逆順にします。</translation>
    </message>
    <message>
        <source>The names of the members.</source>
        <translation>メンバーの名前。</translation>
    </message>
    <message>
        <source>The member with that name.</source>
        <translation>その名前のメンバー。</translation>
    </message>
    <message>
        <source>The items in random order.</source>
        <translation>項目をランダムな順にします。</translation>
    </message>
    <message>
        <source>Arrays of the first items, the second ones, and so on.</source>
        <translation>先頭どうし、2 番目どうし…を組にした配列。</translation>
    </message>
    <message>
        <source>What kind of value it is.</source>
        <translation>値の型。</translation>
    </message>
    <message>
        <source>The truth of the value.</source>
        <translation>値の真偽。</translation>
    </message>
    <message>
        <source>The opposite of the value&apos;s truth.</source>
        <translation>値の真偽の否定。</translation>
    </message>
    <message>
        <source>Ends the evaluation with a message.</source>
        <translation>メッセージを出して評価を終えます。</translation>
    </message>
    <message>
        <source>Ends the evaluation with a message unless the condition holds.</source>
        <translation>条件が成り立たなければ、メッセージを出して評価を終えます。</translation>
    </message>
    <message>
        <source>A copy of the value.</source>
        <translation>値のコピー。</translation>
    </message>
    <message>
        <source>The value of an expression given as text.</source>
        <translation>テキストで与えた式の値。</translation>
    </message>
    <message>
        <source>What the function makes of each item.</source>
        <translation>各項目に関数を適用した結果。</translation>
    </message>
    <message>
        <source>The items for which the function is true.</source>
        <translation>関数が真になる項目。</translation>
    </message>
    <message>
        <source>The one item for which the function is true.</source>
        <translation>関数が真になる、ただ 1 つの項目。</translation>
    </message>
    <message>
        <source>What the function makes of the items, one after the other.</source>
        <translation>項目に順に関数を適用した結果。</translation>
    </message>
    <message>
        <source>The members for which the function is true.</source>
        <translation>関数が真になるメンバー。</translation>
    </message>
    <message>
        <source>What the function makes of each member.</source>
        <translation>各メンバーに関数を適用した結果。</translation>
    </message>
    <message>
        <source>The items in order.</source>
        <translation>項目を並べ替えます。</translation>
    </message>
    <message>
        <source>The value as a number.</source>
        <translation>数値にした値。</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>数値の絶対値。</translation>
    </message>
    <message>
        <source>The next whole number below.</source>
        <translation>切り捨てた整数。</translation>
    </message>
    <message>
        <source>The next whole number above.</source>
        <translation>切り上げた整数。</translation>
    </message>
    <message>
        <source>The number rounded to so many decimal places, halves to the even digit.</source>
        <translation>指定した小数桁に丸めた数値 (偶数丸め)。</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>平方根。</translation>
    </message>
    <message>
        <source>The number raised to a power.</source>
        <translation>数値の累乗。</translation>
    </message>
    <message>
        <source>A random number from 0 to below 1.</source>
        <translation>0 以上 1 未満の乱数。</translation>
    </message>
    <message>
        <source>The sum of the numbers.</source>
        <translation>数値の合計。</translation>
    </message>
    <message>
        <source>The largest of the numbers.</source>
        <translation>最大の数値。</translation>
    </message>
    <message>
        <source>The smallest of the numbers.</source>
        <translation>最小の数値。</translation>
    </message>
    <message>
        <source>The mean of the numbers.</source>
        <translation>数値の平均。</translation>
    </message>
    <message>
        <source>The number by a picture such as #,##0.00.</source>
        <translation>#,##0.00 のような書式の数値。</translation>
    </message>
    <message>
        <source>The whole number in a base from 2 to 36.</source>
        <translation>2 進から 36 進までで表した整数。</translation>
    </message>
    <message>
        <source>The whole number by a picture: digits, words, Roman numerals, letters.</source>
        <translation>書式に従った整数: 数字、単語、ローマ数字、英字。</translation>
    </message>
    <message>
        <source>The whole number that a text written by the picture says.</source>
        <translation>書式に従ったテキストが表す整数。</translation>
    </message>
    <message>
        <source>Milliseconds since 1970 as a timestamp, by a picture.</source>
        <translation>1970 年からのミリ秒を、書式に従ったタイムスタンプにします。</translation>
    </message>
    <message>
        <source>Milliseconds since 1970 of a timestamp.</source>
        <translation>タイムスタンプを 1970 年からのミリ秒にします。</translation>
    </message>
    <message>
        <source>The moment of the evaluation as a timestamp.</source>
        <translation>評価した時刻のタイムスタンプ。</translation>
    </message>
    <message>
        <source>The moment of the evaluation in milliseconds since 1970.</source>
        <translation>評価した時刻 (1970 年からのミリ秒)。</translation>
    </message>
    <message>
        <source>What a regular expression finds: match, index and groups of each.</source>
        <translation>正規表現の一致: それぞれの文字列、位置、グループ。</translation>
    </message>
    <message>
        <source>Whether the text has the pattern in it.</source>
        <translation>テキストがパターンを含むかどうか。</translation>
    </message>
    <message>
        <source>The text with what the pattern finds replaced.</source>
        <translation>パターンに一致した部分を置き換えたテキスト。</translation>
    </message>
    <message>
        <source>The parts of the text between separators.</source>
        <translation>区切りで分けたテキスト。</translation>
    </message>
    <message>
        <source>The numbers from the first to the last by a step.</source>
        <translation>最初から最後まで、一定間隔の数値。</translation>
    </message>
    <message>
        <source>A random number from 0 to below 1; the same for the same seed.</source>
        <translation>0 以上 1 未満の乱数。シードが同じなら同じ値になります。</translation>
    </message>
    <message>
        <source>The value as text; JSON for arrays and objects.</source>
        <translation>テキストにした値。配列とオブジェクトは JSON になります。</translation>
    </message>
    <message>
        <source>The characters from a place on, as many as said.</source>
        <translation>指定した位置からの、指定した数の文字。</translation>
    </message>
    <message>
        <source>What stands before the first occurrence.</source>
        <translation>最初に現れた箇所より前の部分。</translation>
    </message>
    <message>
        <source>What stands after the first occurrence.</source>
        <translation>最初に現れた箇所より後の部分。</translation>
    </message>
    <message>
        <source>The text in lower case.</source>
        <translation>小文字にしたテキスト。</translation>
    </message>
    <message>
        <source>The text in upper case.</source>
        <translation>大文字にしたテキスト。</translation>
    </message>
    <message>
        <source>How many characters the text has.</source>
        <translation>テキストの文字数。</translation>
    </message>
    <message>
        <source>The text with single blanks between words and none around.</source>
        <translation>前後の空白を除き、単語の間を空白 1 つにしたテキスト。</translation>
    </message>
    <message>
        <source>The text filled up to a width; a negative width fills on the left.</source>
        <translation>指定した幅まで埋めたテキスト。負の幅は左側を埋めます。</translation>
    </message>
    <message>
        <source>The texts as one, with a separator between them.</source>
        <translation>区切りを挟んで 1 つにつないだテキスト。</translation>
    </message>
    <message>
        <source>The text in Base64.</source>
        <translation>Base64 にしたテキスト。</translation>
    </message>
    <message>
        <source>The text that was encoded in Base64.</source>
        <translation>Base64 から戻したテキスト。</translation>
    </message>
    <message>
        <source>The text escaped for a part of a URL.</source>
        <translation>URL の一部としてエスケープしたテキスト。</translation>
    </message>
    <message>
        <source>A whole URL, escaped.</source>
        <translation>エスケープした URL 全体。</translation>
    </message>
    <message>
        <source>The text that was escaped for a part of a URL.</source>
        <translation>URL の一部としてエスケープされる前のテキスト。</translation>
    </message>
    <message>
        <source>The URL that was escaped.</source>
        <translation>エスケープされる前の URL。</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Call one Lambda function</source>
        <translation>Lambda を 1 つ呼び出す</translation>
    </message>
    <message>
        <source>Three ways to give it a payload, and Retry</source>
        <translation>ペイロードの 3 つの渡し方と再試行</translation>
    </message>
    <message>
        <source>Branch with Choice</source>
        <translation>Choice で分岐する</translation>
    </message>
    <message>
        <source>The answer of a task decides where to go</source>
        <translation>タスクの結果を見て行き先を変える</translation>
    </message>
    <message>
        <source>Work through a list with Map</source>
        <translation>Map で順番に処理する</translation>
    </message>
    <message>
        <source>Five items, 30 seconds apart on a virtual clock</source>
        <translation>5 件を 30 秒おきに。待ち時間は仮想</translation>
    </message>
    <message>
        <source>Side by side with Parallel</source>
        <translation>Parallel で並列に動かす</translation>
    </message>
    <message>
        <source>Two and three branches; the result is an array</source>
        <translation>ブランチは 2 本と 3 本。結果は配列になる</translation>
    </message>
    <message>
        <source>Build an input with Pass</source>
        <translation>Pass で入力を組み立てる</translation>
    </message>
    <message>
        <source>Makes the event of the task that follows</source>
        <translation>タスクの前にイベントを作る</translation>
    </message>
    <message>
        <source>Success or failure</source>
        <translation>成功と失敗に分ける</translation>
    </message>
    <message>
        <source>Ends a run with Succeed or Fail</source>
        <translation>Succeed と Fail で実行を終える</translation>
    </message>
    <message>
        <source>Load JSON and loop</source>
        <translation>JSON を読み込んでループ</translation>
    </message>
    <message>
        <source>A list from a bucket, worked through by Map</source>
        <translation>バケットの一覧を Map で処理する</translation>
    </message>
    <message>
        <source>Wait for a command</source>
        <translation>コマンドの完了を待つ</translation>
    </message>
    <message>
        <source>Polling with Wait and Choice</source>
        <translation>Wait と Choice によるポーリング</translation>
    </message>
    <message>
        <source>Keep a result and decide</source>
        <translation>結果を残して判定する</translation>
    </message>
    <message>
        <source>ResultPath, Not and a timeout</source>
        <translation>ResultPath と Not、タイムアウト</translation>
    </message>
</context>
</TS>
