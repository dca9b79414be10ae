"""The types of complaint and the category each belongs to.

Sixteen types in five categories, as the trade sorts the complaints of an online shop, and the
further reasons to get in touch that are none of these. A scenario states its type; its category
follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from scenarios.language import Text


class Category(StrEnum):
    """What a contact is about, in the broadest sense."""

    QUALITY = "quality"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    SUPPORT = "support"
    SECURITY = "security"
    FURTHER = "further"


class ComplaintType(StrEnum):
    """What a contact is about; the value is the word that writers use."""

    DEFECTIVE = "defective"
    DIFFERS_FROM_PICTURE = "differs-from-picture"
    DOES_NOT_WORK = "does-not-work"
    NOT_ARRIVED = "not-arrived"
    DELIVERY_LATE = "delivery-late"
    DAMAGED_IN_TRANSIT = "damaged-in-transit"
    WRONG_ITEM = "wrong-item"
    """The wrong goods, or goods and papers meant for somebody else."""
    AMOUNT_WRONG = "amount-wrong"
    DOUBLE_CHARGE = "double-charge"
    PAYMENT_FAILS = "payment-fails"
    SLOW_REPLY = "slow-reply"
    SUPPORT_INSUFFICIENT = "support-insufficient"
    UNPLEASANT_STAFF = "unpleasant-staff"
    DATA_LEAK = "data-leak"
    CARD_MISUSE = "card-misuse"
    SITE_SECURITY = "site-security"
    ORDER_HELP = "order-help"
    PRESALE_DOUBT = "presale-doubt"
    REVIEW_THREAT = "review-threat"
    SUBSCRIPTION_STOP = "subscription-stop"
    WITHDRAWAL = "withdrawal"
    OTHERS_ORDER = "others-order"
    """Somebody asks about the order of another person."""
    ACCESS = "access"
    """The way to get in touch or to order is closed to this person."""
    ABUSE = "abuse"
    """A complaint that turns into insults or threats."""
    FEEDBACK = "feedback"
    OTHER = "other"


_T = ComplaintType
_SIXTEEN: Final = {
    Category.QUALITY: (_T.DEFECTIVE, _T.DIFFERS_FROM_PICTURE, _T.DOES_NOT_WORK),
    Category.DELIVERY: (_T.NOT_ARRIVED, _T.DELIVERY_LATE, _T.DAMAGED_IN_TRANSIT, _T.WRONG_ITEM),
    Category.PAYMENT: (_T.AMOUNT_WRONG, _T.DOUBLE_CHARGE, _T.PAYMENT_FAILS),
    Category.SUPPORT: (_T.SLOW_REPLY, _T.SUPPORT_INSUFFICIENT, _T.UNPLEASANT_STAFF),
    Category.SECURITY: (_T.DATA_LEAK, _T.CARD_MISUSE, _T.SITE_SECURITY),
}

CATEGORY_OF: Final[Mapping[ComplaintType, Category]] = MappingProxyType(
    {kind: Category.FURTHER for kind in ComplaintType}
    | {kind: category for category, kinds in _SIXTEEN.items() for kind in kinds}
)
SIXTEEN_TYPES: Final = tuple(kind for kinds in _SIXTEEN.values() for kind in kinds)

CATEGORY_NAMES: Final[Mapping[Category, Text]] = MappingProxyType(
    {
        Category.QUALITY: Text("品質", "Quality"),
        Category.DELIVERY: Text("配送", "Delivery"),
        Category.PAYMENT: Text("支払い", "Payment"),
        Category.SUPPORT: Text("応対", "Support"),
        Category.SECURITY: Text("情報の安全", "Security"),
        Category.FURTHER: Text("そのほか", "Further"),
    }
)
TYPE_NAMES: Final[Mapping[ComplaintType, Text]] = MappingProxyType(
    {
        _T.DEFECTIVE: Text("破損・不良", "Damaged or defective"),
        _T.DIFFERS_FROM_PICTURE: Text("写真と違う", "Not as pictured"),
        _T.DOES_NOT_WORK: Text("動かない", "Does not work"),
        _T.NOT_ARRIVED: Text("届かない", "Not arrived"),
        _T.DELIVERY_LATE: Text("遅い", "Late"),
        _T.DAMAGED_IN_TRANSIT: Text("輸送中の破損", "Damaged on the way"),
        _T.WRONG_ITEM: Text("品違い・宛先違い", "Wrong item or recipient"),
        _T.AMOUNT_WRONG: Text("金額が違う", "Wrong amount"),
        _T.DOUBLE_CHARGE: Text("不当・二重の請求", "Unjust or double charge"),
        _T.PAYMENT_FAILS: Text("支払いができない", "Payment fails"),
        _T.SLOW_REPLY: Text("返事が遅い", "Slow reply"),
        _T.SUPPORT_INSUFFICIENT: Text("答えが足りない", "Insufficient answer"),
        _T.UNPLEASANT_STAFF: Text("担当者の態度", "Unpleasant staff"),
        _T.DATA_LEAK: Text("個人情報の漏えい", "Personal data leak"),
        _T.CARD_MISUSE: Text("カードの不正利用", "Card misuse"),
        _T.SITE_SECURITY: Text("サイト・偽メール", "Site security, fake mail"),
        _T.ORDER_HELP: Text("注文の手伝い", "Help with ordering"),
        _T.PRESALE_DOUBT: Text("購入前の不安", "Doubt before buying"),
        _T.REVIEW_THREAT: Text("レビューの脅し", "Review threat"),
        _T.SUBSCRIPTION_STOP: Text("定期便の解約", "Stopping a subscription"),
        _T.WITHDRAWAL: Text("返品・撤回", "Return or withdrawal"),
        _T.OTHERS_ORDER: Text("他人の注文", "Somebody else's order"),
        _T.ACCESS: Text("連絡手段の壁", "A closed way in"),
        _T.ABUSE: Text("暴言・脅し", "Insults and threats"),
        _T.FEEDBACK: Text("ご意見・お褒め", "Feedback and praise"),
        _T.OTHER: Text("そのほか", "Something else"),
    }
)
