"""A child process that keeps practising and tells each reply that the store acknowledged.

    kill_writer.py STORE_FILE [EVENTS]

It resumes an unfinished session or starts one, prints "saved N SESSION" after each append, and
ends a session after 25 events. With EVENTS it stops after so many, otherwise it goes on until it
is killed. What the event N of a session says follows from N and the session's id alone.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from simulator.store import SessionHeader, SessionStore, utc_text

EVENTS_PER_SESSION = 25


def event_text(session: str, seq: int) -> str:
    return f"{session} の {seq} 番目の返信です。申し訳ございません。" * (1 + seq % 7)


def header(trainee: str) -> SessionHeader:
    return SessionHeader(
        scenario_id="late-parcel",
        scenario_version="1",
        scenario_hash="ab" * 32,
        handbook_version="1",
        rubric_version="1",
        rules_version="1",
        engine_version="1",
        unicode_version="14.0.0",
        seed=1,
        language="ja",
        mode="practice",
        trainee=trainee,
        started_at=utc_text(datetime.now(UTC)),
        utc_offset_minutes=0,
    )


def main(store_file: Path, limit: int | None, trainee: str) -> None:
    done = 0
    with SessionStore.open(store_file, datetime.now(UTC)) as store:
        while limit is None or done < limit:
            waiting = store.unfinished(trainee)
            session = waiting[0].id if waiting else store.start(header(trainee))
            first = waiting[0].event_count if waiting else 0
            for seq in range(first, EVENTS_PER_SESSION):
                if limit is not None and done >= limit:
                    return
                store.save_draft(session, "書きかけ", datetime.now(UTC), seq=seq)
                event = {"kind": "reply", "text": event_text(session, seq)}
                store.append(session, seq, event, datetime.now(UTC))
                print(f"saved {seq} {session}", flush=True)
                done += 1
            store.finish(session, "calm", '{"total":80}', {"rubric": "1"}, datetime.now(UTC))
            print(f"finished {session}", flush=True)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        int(sys.argv[2]) if len(sys.argv) > 2 else None,
        sys.argv[3] if len(sys.argv) > 3 else "佐藤",
    )
