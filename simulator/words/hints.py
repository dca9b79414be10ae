"""The coach's words in both languages: questions, pointers, examples.

A question makes one look; it neither names the answer nor praises. ``ask.`` goes by the kind of
criterion.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["HINTS"]

HINTS = Words(
    {
        # ---------------------------------------------------------------- the feeling of the moment
        "mood.anger": Text(ja="お客様はいらだっておられます。", en="{customer} is angry just now."),
        "mood.worry": Text(
            ja="お客様は不安の中におられます。", en="{customer} is worried just now."
        ),
        "mood.face": Text(
            ja="お客様は、軽く扱われたと感じています。", en="{customer} feels slighted."
        ),
        "mood.trust": Text(
            ja="お客様は、まだこちらを信じ切れていません。",
            en="{customer} does not trust you yet.",
        ),
        "mood.control": Text(
            ja="お客様は、自分ではどうにもできないと感じています。",
            en="{customer} feels that nothing is in their own hands.",
        ),
        # ---------------------------------------------------------------- 1: a question
        "ask.names-situation": Text(
            ja="この方はここまで、何をして、どんな思いで過ごしてきましたか。それをもう口にしましたか。",
            en="What has {customer} been doing, or putting up with, until now? Have you said so?",
        ),
        "ask.names-feeling": Text(
            ja="この言葉の下にあるのは、どんな気持ちでしょう。あなたが同じ立場なら、何と言われたいですか。",
            en="What is felt beneath these words? In that place, what would you want to hear?",
        ),
        "ask.understands-need": Text(
            ja="その要望がかなうと、お客様は何ができるようになりますか。本当に困っているのはどこでしょう。",
            en="What would {customer} be able to do if the demand were met? Where does it really hurt?",
        ),
        "ask.asks-fittingly": Text(
            ja="打つ手を決めるのに、まだ知らないことは何ですか。どう尋ねれば出てくるでしょう。",
            en="What don't you know yet that would decide what to do? How could you ask for it?",
        ),
        "ask.apology-fit": Text(
            ja="お詫びするとしたら、何についてですか。それは、いま確かなことですか。",
            en="If you apologise, what is it for? Is that something you know to be so?",
        ),
        "ask.warmth": Text(
            ja="この返答は、どのお客様にも言える言葉になっていませんか。",
            en="Could this reply be said to anybody? What in it is meant for {customer}?",
        ),
        "ask.takes-on": Text(
            ja="お客様は、誰がこの件を引き受けてくれると思っているでしょう。",
            en="Who would {customer} say is looking after this? Is it you?",
        ),
        "ask.moves-matter": Text(
            ja="この応対が終わったとき、お客様の困りごとはどこまで進んでいますか。",
            en="When this is over, how much further will the matter itself have come?",
        ),
        "ask.serves-need": Text(
            ja="いまのあなたの権限で、この方のために動かせることは何でしょう。",
            en="What can you set going for {customer} now, with what you are allowed to do?",
        ),
        "ask.who-what-when": Text(
            ja="お客様は、次に誰から、いつまでに連絡が来るかを言えますか。",
            en="Could {customer} say who will do what next, and by when?",
        ),
        "ask.time-and-owner": Text(
            ja="いまの約束を聞いて、お客様は時計を見ながら待てますか。誰からの連絡を待てばよいでしょう。",
            en="Hearing that promise, would {customer} know when to look at the clock, and whose call to expect?",
        ),
        "ask.choices": Text(
            ja="お客様が自分で選べることは、何かありませんか。",
            en="Is there anything here that {customer} could decide for themselves?",
        ),
        "ask.every-wish": Text(
            ja="お客様の要望はいくつありましたか。まだ答えていないのはどれですか。",
            en="How many things has {customer} asked for? Which have had no answer yet?",
        ),
        "ask.answer-wishes": Text(
            ja="お客様の要望はいくつありましたか。まだ答えていないのはどれですか。",
            en="How many things has {customer} asked for? Which have had no answer yet?",
        ),
        "ask.verify-identity": Text(
            ja="いま話している方が、記録のご本人だと、どうして分かりますか。",
            en="How do you know that you are talking to the person whose record it is?",
        ),
        "ask.refuse": Text(
            ja="求められていることの中に、してはいけないことはありませんか。なぜできないのかを、どう言えば伝わるでしょう。",
            en="Is something being asked for that must not be given? How could you say why?",
        ),
        "ask.read-back": Text(
            ja="聞いたことに思い違いはありませんか。お客様とどう確かめますか。",
            en="Could you have got anything wrong? How would {customer} notice?",
        ),
        "ask.hand-over": Text(
            ja="これは、あなた一人で決める場面ですか。誰に、何を伝えてつなぎますか。",
            en="Is this yours to decide alone? Whom would you bring in, and what would they have to know?",
        ),
        "ask.leave-review-free": Text(
            ja="投稿するかどうかで、お店の対応は変わりますか。お客様にはどう聞こえているでしょう。",
            en="Does a review change what you will do? What does {customer} think the answer is?",
        ),
        "ask.stop-card-number": Text(
            ja="このまま聞いてはいけないものは、ありませんか。",
            en="Is something about to be told to you that you must not hear?",
        ),
        "ask.state-estimate": Text(
            ja="いま言おうとしていることは、確かなことですか、それとも見込みですか。",
            en="Is what you are about to say certain, or what you expect?",
        ),
        "ask.other": Text(
            ja="「{title}」という点では、いま何ができるでしょう。",
            en="Think of this: “{title}”. What would that be here?",
        ),
        "ask.nothing-open": Text(
            ja="この場面で言うべきことは、ひととおり言えています。お客様の気がかりは、まだ残っていますか。",
            en="What is due here has been said. Is anything still on {customer}'s mind?",
        ),
        # ---------------------------------------------------------------- 2: a pointer
        "point.open": Text(ja="まだ残っていること：{practise}。", en="Still open: {practise}."),
        "point.topic": Text(ja="ここでは「{topic}」です。", en="Here that is: {topic}."),
        "point.clause": Text(
            ja="（応対規程 {number}「{title}」）", en="(Handbook {number}, “{title}”)"
        ),
        "point.check": Text(
            ja="確認の項目は伺えました。手元の操作「{deed}」も済ませましょう。",
            en="The items of the check have been given: enter them at the desk (“{deed}”).",
        ),
        "point.undone": Text(
            ja="約束したまま、手元の操作がまだです：{deeds}。",
            en="Promised, but not done at the desk yet: {deeds}.",
        ),
        "point.nothing-open": Text(
            ja="決まったことを短く確かめ、ほかに気がかりがないかを伺って、応対を終えましょう。",
            en="Sum up briefly what is agreed, ask whether anything else is on their mind, and bring it to a close.",
        ),
        # ---------------------------------------------------------------- 3: an example
        "example": Text(
            ja="たとえば「{words}」のように。ご自分の言葉に直して使ってください。",
            en="For example: “{words}” Put it in words of your own.",
        ),
        "example.none": Text(
            ja="この場面の言い方の例はありません。規程ではこうなっています。",
            en="There are no ready words for this moment. This is what the handbook says:",
        ),
        # ---------------------------------------------------------------- names of the levels
        "level.1": Text(ja="問い", en="a question"),
        "level.2": Text(ja="手がかり", en="a pointer"),
        "level.3": Text(ja="例", en="an example"),
        # ---------------------------------------------------------------- afterwards
        "used.none": Text(ja="ヒントは見ていません。", en="No hints were asked for."),
        "used": Text(
            ja="見たヒント：{count}回（{where}）", en="Hints asked for: {count} ({where})"
        ),
        "used.reply": Text(ja="返答{turn}で{count}回", en="{count} for reply {turn}"),
    }
)
