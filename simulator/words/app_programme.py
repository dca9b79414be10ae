"""The words of programmes in the app: the steps, a page, the certificate, what a contact brought.

What steps ask for and why a contact does not count is in ``words.programme``.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["COURSE"]

COURSE = Words(
    {
        "title": Text(ja="研修プログラム", en="Programmes"),
        "choose": Text(ja="どのプログラムを始めますか。", en="Which programme would you like?"),
        "empty": Text(
            ja="まだプログラムがありません。Esc で戻ります。",
            en="There are no programmes here. Esc goes back.",
        ),
        "loading": Text(ja="読み込んでいます…", en="Reading…"),
        "head": Text(
            ja="応対の言語: {spoken}　済んだステップ: {done}／{count}",
            en="Contacts in {spoken}. Steps done: {done} of {count}",
        ),
        "finished": Text(
            ja="すべてのステップが済みました。F9 で修了の記録を作れます。",
            en="Every step is done. F9 makes the certificate.",
        ),
        "more": Text(ja="→ 続き", en="→ more"),
        # ---------------------------------------------------------------- keys
        "key.choose": Text(ja="選ぶ", en="Choose"),
        "key.do": Text(ja="進む", en="Go"),
        "key.programmes": Text(ja="一覧", en="All"),
        "key.spoken": Text(ja="日英切替", en="ja/en"),
        "key.certificate": Text(ja="修了の記録", en="Certificate"),
        "key.detail": Text(ja="説明の続き", en="More of the text"),
        "key.detail-back": Text(ja="説明を戻る", en="Back in the text"),
        "key.read": Text(ja="読み進む", en="Read on"),
        "key.begin": Text(ja="始める", en="Begin"),
        "key.write": Text(ja="書き出す", en="Write it"),
        "key.onward": Text(ja="プログラムへ", en="Programme"),
        # ---------------------------------------------------------------- the list of programmes
        "offer.begun": Text(ja="{done}／{count} 済み", en="{done} of {count} done"),
        "offer.finished": Text(ja="すべて済み", en="all done"),
        "offer.new": Text(ja="まだ始めていません・{count} ステップ", en="not begun, {count} steps"),
        "offer.broken": Text(ja="使えません", en="cannot be used"),
        # ---------------------------------------------------------------- one step
        "state.done": Text(ja="済み {date}", en="done {date}"),
        "state.open": Text(ja="いまできます", en="open now"),
        "state.part": Text(
            ja="いまできます・{passed}／{count} 合格", en="open now, {passed} of {count} passed"
        ),
        "state.stuck": Text(ja="ここでは終えられません", en="cannot be finished here"),
        "state.waiting": Text(ja="{date} から", en="from {date}"),
        "state.locked": Text(ja="先に「{needs}」", en="first: {needs}"),
        "needs.and": Text(ja="」「", en=", "),
        "do.read": Text(
            ja="Enter でページを開きます。終わりまで読むと「済み」になります。",
            en="Enter opens the page. It is done when you have read it to the end.",
        ),
        "do.read-again": Text(ja="Enter でもう一度読めます。", en="Enter opens the page again."),
        "do.play": Text(
            ja="Enter で「{title}」の応対に進みます。", en="Enter goes on to “{title}”."
        ),
        "do.resume": Text(
            ja="Enter で、途中になっている「{title}」を続けます。",
            en="Enter goes on with “{title}”, which is not finished.",
        ),
        "why.done": Text(
            ja="このステップは済んでいます。同じお客様にもう一度応対するには、最初の画面から選んでください。",
            en="This step is done. To play one of its customers again, pick it on the first screen.",
        ),
        "why.waiting": Text(
            ja="間を空けるステップです。{date} から始められます。",
            en="This step comes after a break. It opens on {date}.",
        ),
        "why.locked": Text(
            ja="まだ始められません。先に「{needs}」を終えてください。",
            en="This step is not open yet. First finish: {needs}.",
        ),
        "asks": Text(
            ja="{mode}・当たりの強さ：{intensity}。{marks}。",
            en="Mode: {mode}; customer: {intensity}. To pass: {marks}.",
        ),
        "asks.end": Text(ja="最後まで応対する", en="play it to the end"),
        "asks.of": Text(
            ja="下のお客様のうち {count} 名への応対で、{marks}",
            en="with {count} of the customers below: {marks}",
        ),
        "customer.passed": Text(
            ja="◎ {title}　{score}（{date}）", en="◎ {title}: {score} ({date})"
        ),
        "customer.short": Text(
            ja="△ {title}　{score}。数えません（{why}）",
            en="△ {title}: {score}, does not count ({why})",
        ),
        "customer.new": Text(ja="・ {title}", en="・ {title}"),
        "customer.missing": Text(
            ja="× {title}（いまここにありません）", en="× {title} (is not here now)"
        ),
        # ---------------------------------------------------------------- a page, a briefing
        "page.more": Text(ja="↓ 続きがあります", en="↓ goes on below"),
        "page.end": Text(
            ja="ここまでです。Enter で「読んだ」と記録します。",
            en="That is all of it. Enter notes that you have read it.",
        ),
        "page.again": Text(
            ja="{date} に読んでいます。Enter で戻ります。",
            en="You read this on {date}. Enter goes back.",
        ),
        "page.noting": Text(ja="記録しています…", en="Noting…"),
        "page.not-noted": Text(
            ja="記録できませんでした。{reason}（Enter でもう一度）",
            en="It could not be noted. {reason} (Enter tries again.)",
        ),
        "ready.how": Text(
            ja="{mode}・当たりの強さ：{intensity}・{spoken}。Enter で始めます。",
            en="Mode: {mode}; customer: {intensity}; in {spoken}. Enter begins.",
        ),
        "ready.sealed": Text(
            ja="テストです。終わるまで、気持ちも講評も採点も出ません。",
            en="A test: no mood, no feedback and no score until it is over.",
        ),
        "ready.starting": Text(ja="つないでいます…", en="Connecting…"),
        # ---------------------------------------------------------------- the certificate
        "certificate.title": Text(ja="修了の記録", en="Certificate"),
        "certificate.about": Text(
            ja="「{title}」（応対の言語: {spoken}）で何をしたかを、署名付きの HTML ファイルにします。どこに書きますか。",
            en="What you did in “{title}” (contacts in {spoken}), as a signed HTML file. Where shall it go?",
        ),
        "certificate.nowhere": Text(ja="場所を入力してください。", en="Please type a place."),
        "certificate.not-yet": Text(
            ja="{spoken}ではまだ済んでいないステップがあるので、修了の記録は作れません。",
            en="Not every step is done in {spoken}, so there is no certificate yet.",
        ),
        # ---------------------------------------------------------------- after a contact
        "after.counts": Text(
            ja="◎ 「{step}」に数えました。{rest}", en="◎ Counts for “{step}”. {rest}"
        ),
        "after.again": Text(
            ja="○ 前に合格したお客様なので、「{step}」の数は増えません。{rest}",
            en="○ Passed with this customer before: nothing new for “{step}”. {rest}",
        ),
        "after.short": Text(
            ja="△ 「{step}」には数えません（{why}）。{rest}",
            en="△ Does not count for “{step}” ({why}). {rest}",
        ),
        "after.stopped": Text(
            ja="― 中断したので「{step}」には数えません（不利にもなりません）。{rest}",
            en="― Stopped: counts neither for nor against “{step}”. {rest}",
        ),
        "rest.step": Text(ja="ステップは済みです。", en="The step is done."),
        "rest.all": Text(ja="これですべて済みました。", en="All of the programme is done."),
        "rest.left": Text(ja="合格 {passed}／{count}。", en="Passed: {passed} of {count}."),
        # ---------------------------------------------------------------- help
        "help": Text(
            ja="上から順のステップです。次にすることが選ばれているので、Enter で進みます。ページは終わりまで読むと済みになり、"
            "応対は決められた点数に届くと数えます。中断した応対と、途中からのやり直しは数えません。\n"
            "進み具合は応対の言語ごとに数えます。F6 で日本語と英語を切り替えます。ページはどちらの言語でも一度読めば済みです。",
            en="The steps in their order. What comes next is selected: press Enter. A page is done when it was read to"
            " its end, a contact counts when it reaches what the step asks for. Contacts that were stopped, or redone"
            " from the middle, do not count.\n"
            "Each contact language has its own progress; F6 switches between Japanese and English. Reading a page once"
            " is enough for both.",
        ),
        "help.page": Text(
            ja="↓ か Enter で読み進みます。終わりまで来てから Enter を押すと、読んだことが記録されます。",
            en="↓ or Enter reads on. At the end, Enter notes that you have read it.",
        ),
        "help.ready": Text(
            ja="応対の前に読むものです。Enter で始まります。Esc で戻ります。",
            en="What to know before the contact. Enter begins it, Esc goes back.",
        ),
    }
)
