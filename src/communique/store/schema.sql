-- The store of what was coded. Every record is kept whole, as its JSON, in the column `record`;
-- the other columns are what filters, order and joins need, and follow from it.
-- `words` columns hold text in small letters without accents, one space around each word.
-- `published_order` sorts publication times: UTC, null last. `number` is a row's own number.

CREATE TABLE articles (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    source_id       TEXT,
    url             TEXT,
    place           TEXT,               -- the url, the same with and without https and www
    outlet          TEXT,
    outlet_words    TEXT NOT NULL,
    outlet_kind     TEXT,
    outlet_country  TEXT,
    title           TEXT,
    published       TEXT,
    published_order TEXT NOT NULL,
    retrieved       TEXT,
    language        TEXT,
    wire            TEXT,
    duplicate_of    TEXT,               -- the earliest article that prints the same copy
    revision_of     TEXT,               -- the text that stood before it at the same URL
    record          TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_time ON articles (published_order, id);
CREATE INDEX articles_by_place ON articles (place) WHERE place IS NOT NULL;
CREATE INDEX articles_by_original ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE copy_marks (               -- where texts that may be copies of each other meet
    mark    INTEGER NOT NULL,           -- hash of four words, or below zero of the whole text
    day     TEXT NOT NULL,              -- of publication, '' where it is unknown
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    PRIMARY KEY (mark, day, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (                   -- one event as one sentence of one article tells it
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    event_id        TEXT NOT NULL,
    article         TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    identity        TEXT,               -- equal for records that can tell of the same event
    date            TEXT,
    enddate         TEXT,
    date_precision  TEXT,
    event_type      TEXT NOT NULL,
    act             TEXT NOT NULL,
    quad_code       INTEGER NOT NULL,
    event_scale     REAL NOT NULL,
    modality        TEXT NOT NULL,
    voice           TEXT NOT NULL,
    confidence      REAL,
    place           TEXT,
    place_words     TEXT NOT NULL,
    place_country   TEXT,
    mutual          INTEGER NOT NULL,   -- 1: two or more actors and no recipient
    told            INTEGER NOT NULL,   -- 1: asserted, and not in the outlet's own comment
    unclear         INTEGER NOT NULL,   -- 0 is the clearest: a party missing 4, no day 2, hedged 1
    origin          TEXT NOT NULL,      -- who says so first: the innermost source, else ''
    origin_own      INTEGER,            -- 1: that source is a party's own medium; null: unknown
    published_order TEXT NOT NULL,
    sentence_start  INTEGER NOT NULL,
    record          TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_date ON events (coalesce(date, '~'), id);
CREATE INDEX events_by_event ON events (event_id, told DESC, unclear, published_order, id);
CREATE INDEX events_by_identity ON events (identity, date) WHERE identity IS NOT NULL;
CREATE INDEX events_by_article ON events (article, sentence_start);

CREATE TABLE event_entities (
    event         INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
    role          TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position      INTEGER NOT NULL,
    entity_id     TEXT,
    entity_code   TEXT,
    country_code  TEXT,
    sector_code   TEXT,
    other_sectors TEXT NOT NULL,        -- ' GOV ELI '
    name          TEXT,
    words         TEXT NOT NULL,
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_entities_by_id ON event_entities (entity_id, role, event);
CREATE INDEX event_entities_by_code ON event_entities (entity_code, role, event);
CREATE INDEX event_entities_by_country ON event_entities (country_code, role, event);

CREATE TABLE event_lines (              -- one line an event: its clearest record and who tells it
    event_id            TEXT PRIMARY KEY,
    record              TEXT NOT NULL,  -- events.id
    told                INTEGER NOT NULL,
    date                TEXT,
    reports             INTEGER NOT NULL,
    independent_sources INTEGER NOT NULL,
    only_own_media      INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX event_lines_by_date ON event_lines (coalesce(date, '~'), record) WHERE told = 1;

CREATE TABLE event_dyads (              -- what an event that is told adds to the weekly counts
    event_id  TEXT NOT NULL,
    actor     TEXT NOT NULL,            -- country, else entity code; '' where there is none
    recipient TEXT NOT NULL,
    mutual    INTEGER NOT NULL,         -- 1: no sides; actor is the first in the alphabet
    date      TEXT NOT NULL,
    week      TEXT NOT NULL,            -- its Monday
    quad_code INTEGER NOT NULL,
    scale     INTEGER NOT NULL,         -- event_scale in hundredths, so that sums are exact
    PRIMARY KEY (event_id, actor, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE dyad_weeks (
    week      TEXT NOT NULL,
    actor     TEXT NOT NULL,
    recipient TEXT NOT NULL,
    mutual    INTEGER NOT NULL,
    quad_code INTEGER NOT NULL,
    events    INTEGER NOT NULL,
    scale     INTEGER NOT NULL,
    PRIMARY KEY (week, actor, recipient, mutual, quad_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_weeks_by_dyad ON dyad_weeks (actor, recipient, week);

CREATE TRIGGER event_dyads_counted AFTER INSERT ON event_dyads BEGIN
    INSERT INTO dyad_weeks
    VALUES (new.week, new.actor, new.recipient, new.mutual, new.quad_code, 1, new.scale)
    ON CONFLICT DO UPDATE SET events = events + 1, scale = scale + new.scale;
END;
CREATE TRIGGER event_dyads_uncounted AFTER DELETE ON event_dyads BEGIN
    UPDATE dyad_weeks SET events = events - 1, scale = scale - old.scale
    WHERE week = old.week AND actor = old.actor AND recipient = old.recipient
        AND mutual = old.mutual AND quad_code = old.quad_code;
    DELETE FROM dyad_weeks
    WHERE week = old.week AND actor = old.actor AND recipient = old.recipient
        AND mutual = old.mutual AND quad_code = old.quad_code AND events = 0;
END;

CREATE TABLE aliases (                  -- event ids that were replaced
    old TEXT PRIMARY KEY,
    new TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_new ON aliases (new);

CREATE TABLE quotations (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    article         TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL,
    start           INTEGER NOT NULL,
    sentence_start  INTEGER NOT NULL,
    published_order TEXT NOT NULL,
    record          TEXT NOT NULL
) STRICT;
CREATE INDEX quotations_by_time ON quotations (published_order, article, start);
CREATE INDEX quotations_by_article ON quotations (article, sentence_start);

CREATE TABLE quotation_entities (
    quotation     INTEGER NOT NULL REFERENCES quotations (number) ON DELETE CASCADE,
    role          TEXT NOT NULL CHECK (role IN ('speaker', 'addressee')),
    entity_id     TEXT,
    entity_code   TEXT,
    country_code  TEXT,
    sector_code   TEXT,
    other_sectors TEXT NOT NULL,
    name          TEXT,
    words         TEXT NOT NULL,
    PRIMARY KEY (quotation, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributions (             -- the hands of every chain, outermost first from 0
    record        TEXT NOT NULL,        -- id of an event, a quotation or a tie
    article       TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    hand          INTEGER NOT NULL,
    last          INTEGER NOT NULL,     -- 1: the innermost hand
    entity_id     TEXT,
    entity_code   TEXT,
    country_code  TEXT,
    sector_code   TEXT,
    other_sectors TEXT NOT NULL,
    name          TEXT,
    words         TEXT NOT NULL,
    cue           TEXT,
    cue_kind      TEXT NOT NULL
) STRICT;
CREATE INDEX attributions_by_record ON attributions (record, hand);
CREATE INDEX attributions_by_article ON attributions (article);

CREATE TABLE passages (
    number  INTEGER PRIMARY KEY,
    id      TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    voice   TEXT NOT NULL,
    loaded  INTEGER NOT NULL,           -- how many loaded expressions
    record  TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_article ON passages (article, start);

CREATE TABLE ties (                     -- what all articles together state of one relation
    id     TEXT PRIMARY KEY,
    kind   TEXT NOT NULL,
    status TEXT NOT NULL,
    since  TEXT,
    until  TEXT,
    words  TEXT NOT NULL,               -- its name and its evidence
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_entities (
    tie           TEXT NOT NULL REFERENCES ties (id) ON DELETE CASCADE,
    role          TEXT NOT NULL CHECK (role IN ('party', 'towards')),
    position      INTEGER NOT NULL,
    entity_id     TEXT,
    entity_code   TEXT,
    country_code  TEXT,
    sector_code   TEXT,
    other_sectors TEXT NOT NULL,
    name          TEXT,
    words         TEXT NOT NULL,
    PRIMARY KEY (tie, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_evidence (             -- what one article states of it: `record` is its own tie
    tie             TEXT NOT NULL,
    article         TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    published_order TEXT NOT NULL,
    record          TEXT NOT NULL,
    PRIMARY KEY (tie, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_evidence_by_article ON tie_evidence (article);

CREATE TABLE skipped (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (source, reason, detail)
) STRICT;

CREATE TABLE corrections (              -- what readers say; the records stay as they were coded
    number INTEGER PRIMARY KEY,
    "of"   TEXT NOT NULL,
    record TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX corrections_by_record ON corrections ("of");

CREATE TABLE coders (                   -- version strings of what coded each article
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    coder   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inputs (                   -- what has been read, so that a killed run goes on
    source TEXT PRIMARY KEY,
    hash   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_text USING fts5 (
    title, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE event_text USING fts5 (
    sentence, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotation_text USING fts5 (
    text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
