-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('INVITED', 'ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('ACTIVATE', 'RESET');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'LOG_AUDITOR', 'DISTRICT_LEADER', 'DISTRICT_FINANCE', 'DISTRICT_FUND_REVIEW', 'SERVICE_CENTER', 'MODEL_OFFICER', 'ORG_TRAIN', 'DIRECT_ADMIN', 'UNIT_ADMIN', 'WELFARE_OFFICER', 'CLAIMANT', 'WITNESS', 'BRANCH_CHAIR', 'BOOKKEEPER', 'CHECKER', 'CASHIER', 'CHAIR', 'DEPUTY_CHAIR', 'COMMITTEE', 'FUND_REVIEWER', 'ARCHIVIST');

-- CreateEnum
CREATE TYPE "reservation_state" AS ENUM ('PENDING', 'POSTED', 'VOIDED');

-- CreateEnum
CREATE TYPE "chart_kind" AS ENUM ('GRASSROOTS', 'DISTRICT');

-- CreateEnum
CREATE TYPE "ledger_side" AS ENUM ('DEBIT', 'CREDIT');

-- CreateEnum
CREATE TYPE "voucher_state" AS ENUM ('DRAFT', 'REVIEWED', 'POSTED');

-- CreateEnum
CREATE TYPE "voucher_kind" AS ENUM ('GENERAL', 'CLOSING', 'REVERSAL');

-- CreateEnum
CREATE TYPE "period_state" AS ENUM ('OPEN', 'PAUSED', 'CLOSED');

-- CreateEnum
CREATE TYPE "param_status" AS ENUM ('CONFIRMED', 'TO_CONFIRM');

-- CreateEnum
CREATE TYPE "spending_kind" AS ENUM ('REQUEST', 'CLAIM');

-- CreateEnum
CREATE TYPE "spending_state" AS ENUM ('DRAFT', 'SUBMITTED', 'REVIEWED', 'APPROVED', 'AWAITING_PAYMENT', 'PAID', 'POSTED', 'ARCHIVED', 'RETURNED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "union_level" AS ENUM ('DISTRICT', 'DIRECT', 'GRASSROOTS');

-- CreateEnum
CREATE TYPE "union_scale" AS ENUM ('STANDARD', 'MICRO');

-- CreateEnum
CREATE TYPE "books_in" AS ENUM ('PORTAL', 'CENTRAL_FINANCE', 'OTHER');

-- CreateEnum
CREATE TYPE "books_kept_by" AS ENUM ('OWN', 'AGENCY', 'PARENT', 'DISTRICT_STATION');

-- CreateEnum
CREATE TYPE "id_type" AS ENUM ('ID_CARD', 'HMT_RESIDENCE', 'HM_PASS', 'TW_PASS', 'FOREIGN_PR', 'PASSPORT');

-- CreateEnum
CREATE TYPE "card_status" AS ENUM ('NONE', 'APPLYING', 'ACTIVE', 'LOST', 'REPLACED', 'CLOSED');

-- CreateEnum
CREATE TYPE "employment_status" AS ENUM ('ON_DUTY', 'OFF_DUTY', 'UNEMPLOYED', 'RETIRED', 'SICK_LEAVE', 'EARLY_RETIRED');

-- CreateTable
CREATE TABLE "person" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "id_hash" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" BIGSERIAL NOT NULL,
    "login" TEXT NOT NULL,
    "person_id" BIGINT NOT NULL,
    "status" "account_status" NOT NULL DEFAULT 'INVITED',
    "password_hash" TEXT,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "password_changed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" BIGINT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" BIGSERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "end_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" BIGSERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" BIGSERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "login_hash" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" BIGSERIAL NOT NULL,
    "person_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "granted_by_id" BIGINT,
    "reason" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_by_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" BIGINT,
    "actor_name" TEXT NOT NULL,
    "roles" TEXT[],
    "union_id" INTEGER,
    "command" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "seq" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "recipient_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'PORTAL',
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "event_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "is_working" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" BIGINT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_at" TIMESTAMPTZ(6),
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "result_sha256" TEXT,
    "uploaded_by_id" BIGINT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(6),
    "counts" JSONB NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "natural_key" TEXT,
    "subject_id" BIGINT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "income_fen" BIGINT NOT NULL,
    "approved_on" DATE NOT NULL,
    "approval_no" TEXT,
    "entered_by_id" BIGINT,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(6),

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" BIGSERIAL NOT NULL,
    "budget_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "account_code" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_reservation" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "account_code" TEXT NOT NULL,
    "document_id" BIGINT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "state" "reservation_state" NOT NULL DEFAULT 'PENDING',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "budget_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "chart" "chart_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "parent_code" TEXT,
    "side" "ledger_side" NOT NULL,
    "is_leaf" BOOLEAN NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("chart","code")
);

-- CreateTable
CREATE TABLE "ledger_period" (
    "union_id" INTEGER NOT NULL,
    "month" CHAR(7) NOT NULL,
    "state" "period_state" NOT NULL DEFAULT 'OPEN',
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_period_pkey" PRIMARY KEY ("union_id","month")
);

-- CreateTable
CREATE TABLE "opening_balance" (
    "union_id" INTEGER NOT NULL,
    "account_code" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "side" "ledger_side" NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "entered_by_id" BIGINT,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_balance_pkey" PRIMARY KEY ("union_id","account_code")
);

-- CreateTable
CREATE TABLE "voucher" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "month" CHAR(7) NOT NULL,
    "voucher_date" DATE NOT NULL,
    "number" INTEGER,
    "kind" "voucher_kind" NOT NULL DEFAULT 'GENERAL',
    "state" "voucher_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "summary" TEXT NOT NULL,
    "attachment_count" INTEGER NOT NULL DEFAULT 0,
    "maker_id" BIGINT NOT NULL,
    "reviewer_id" BIGINT,
    "reviewed_at" TIMESTAMPTZ(6),
    "poster_id" BIGINT,
    "posted_at" TIMESTAMPTZ(6),
    "cashier_id" BIGINT,
    "reverses_id" BIGINT,
    "document_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "id" BIGSERIAL NOT NULL,
    "voucher_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "line_number" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "account_code" TEXT NOT NULL,
    "side" "ledger_side" NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "is_red" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_balance" (
    "union_id" INTEGER NOT NULL,
    "month" CHAR(7) NOT NULL,
    "account_code" TEXT NOT NULL,
    "debit_fen" BIGINT NOT NULL DEFAULT 0,
    "credit_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "period_balance_pkey" PRIMARY KEY ("union_id","month","account_code")
);

-- CreateTable
CREATE TABLE "export_layout" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "export_layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_param" (
    "id" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" BIGINT,
    "unit" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "union_id" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "document" TEXT NOT NULL,
    "status" "param_status" NOT NULL,
    "confirmed_by_id" BIGINT,
    "confirmed_at" TIMESTAMPTZ(6),
    "note" TEXT,
    "created_by_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_param_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "id" BIGSERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "rule_ids" TEXT[],
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "confirmed_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "moment" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "judged_on" DATE NOT NULL,
    "frozen" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_finding" (
    "verdict_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "rule_id" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "judged_on" DATE NOT NULL,
    "ruling_no" TEXT,

    CONSTRAINT "verdict_finding_pkey" PRIMARY KEY ("verdict_id","rule_id")
);

-- CreateTable
CREATE TABLE "spending_document" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "kind" "spending_kind" NOT NULL,
    "number" TEXT,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "state" "spending_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "amount_fen" BIGINT NOT NULL DEFAULT 0,
    "payment_method" TEXT,
    "payee_name" TEXT,
    "claimant_id" BIGINT NOT NULL,
    "recorded_by_id" BIGINT NOT NULL,
    "witness_id" BIGINT,
    "request_id" BIGINT,
    "facts" JSONB NOT NULL,
    "reason" TEXT,
    "import_key" TEXT,
    "import_batch_id" BIGINT,
    "voucher_id" BIGINT,
    "paid_on" DATE,
    "submitted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spending_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_line" (
    "id" BIGSERIAL NOT NULL,
    "document_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "line_number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "account_code" TEXT NOT NULL,
    "quantity" DECIMAL(14,3),
    "unit_price_fen" BIGINT,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "spending_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_person" (
    "id" BIGSERIAL NOT NULL,
    "document_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "worker_id" BIGINT NOT NULL,
    "amount_fen" BIGINT,
    "signed_at" DATE,

    CONSTRAINT "spending_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_step" (
    "id" BIGSERIAL NOT NULL,
    "document_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" "spending_state" NOT NULL,
    "to_state" "spending_state" NOT NULL,
    "by_id" BIGINT NOT NULL,
    "recorded_by_id" BIGINT NOT NULL,
    "on_paper" BOOLEAN NOT NULL DEFAULT false,
    "signed_on" DATE,
    "attachment_id" BIGINT,
    "note" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spending_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_use" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "document_id" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "used_on" DATE NOT NULL,

    CONSTRAINT "invoice_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trade_union" (
    "id" SERIAL NOT NULL,
    "parent_id" INTEGER,
    "path" INTEGER[],
    "level" "union_level" NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,
    "kind" TEXT,
    "scale" "union_scale",
    "books_in" "books_in" NOT NULL DEFAULT 'PORTAL',
    "books_kept_by" "books_kept_by" NOT NULL DEFAULT 'OWN',
    "bank_name" TEXT,
    "bank_account_cipher" TEXT,
    "bank_account_last4" TEXT,
    "founded_on" DATE,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trade_union_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_fact" (
    "id" BIGSERIAL NOT NULL,
    "union_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "worker_id" BIGINT,
    "label" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "count" INTEGER,
    "date" DATE,
    "source" TEXT NOT NULL,
    "entered_by_id" BIGINT,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" BIGSERIAL NOT NULL,
    "person_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL,
    "id_type" "id_type" NOT NULL,
    "id_no_cipher" TEXT NOT NULL,
    "id_no_last4" TEXT NOT NULL,
    "id_no_raw15" BOOLEAN NOT NULL DEFAULT false,
    "gender" TEXT,
    "birth_date" DATE,
    "mobile_cipher" TEXT,
    "mobile_hash" TEXT,
    "mobile_last4" TEXT,
    "card_cipher" TEXT,
    "card_hash" TEXT,
    "card_last4" TEXT,
    "card_status" "card_status" NOT NULL DEFAULT 'NONE',
    "employment_status" "employment_status" NOT NULL DEFAULT 'ON_DUTY',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" BIGSERIAL NOT NULL,
    "worker_id" BIGINT NOT NULL,
    "union_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" TEXT NOT NULL,
    "end_reason" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_id_hash_key" ON "person"("id_hash");

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_hash_key" ON "auth_session"("token_hash");

-- CreateIndex
CREATE INDEX "auth_session_account_id_ended_at_idx" ON "auth_session"("account_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_account_id_idx" ON "api_token"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_ip_at_idx" ON "sign_in_failure"("ip", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_login_hash_at_idx" ON "sign_in_failure"("login_hash", "at");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_union_id_role_idx" ON "role_grant"("union_id", "role");

-- CreateIndex
CREATE INDEX "audit_entry_union_id_id_idx" ON "audit_entry"("union_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_command_id_idx" ON "audit_entry"("command", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_event_key_key" ON "outbox_message"("event_key");

-- CreateIndex
CREATE INDEX "outbox_message_recipient_id_read_at_idx" ON "outbox_message"("recipient_id", "read_at");

-- CreateIndex
CREATE INDEX "outbox_message_union_id_idx" ON "outbox_message"("union_id");

-- CreateIndex
CREATE INDEX "attachment_union_id_subject_kind_subject_id_idx" ON "attachment"("union_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "import_batch_union_id_kind_id_idx" ON "import_batch"("union_id", "kind", "id");

-- CreateIndex
CREATE INDEX "import_row_union_id_idx" ON "import_row"("union_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_batch_id_sheet_row_number_key" ON "import_row"("batch_id", "sheet", "row_number");

-- CreateIndex
CREATE UNIQUE INDEX "budget_union_id_year_revision_key" ON "budget"("union_id", "year", "revision");

-- CreateIndex
CREATE INDEX "budget_line_union_id_idx" ON "budget_line"("union_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_budget_id_account_code_key" ON "budget_line"("budget_id", "account_code");

-- CreateIndex
CREATE UNIQUE INDEX "budget_reservation_document_id_account_code_key" ON "budget_reservation"("document_id", "account_code");

-- CreateIndex
CREATE INDEX "budget_reservation_union_id_year_account_code_state_idx" ON "budget_reservation"("union_id", "year", "account_code", "state");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_reverses_id_key" ON "voucher"("reverses_id");

-- CreateIndex
CREATE INDEX "voucher_union_id_state_id_idx" ON "voucher"("union_id", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_id_union_id_key" ON "voucher"("id", "union_id");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_union_id_month_number_key" ON "voucher"("union_id", "month", "number");

-- CreateIndex
CREATE INDEX "ledger_line_union_id_account_code_voucher_id_idx" ON "ledger_line"("union_id", "account_code", "voucher_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_line_voucher_id_line_number_key" ON "ledger_line"("voucher_id", "line_number");

-- CreateIndex
CREATE UNIQUE INDEX "export_layout_name_key" ON "export_layout"("name");

-- CreateIndex
CREATE INDEX "policy_param_code_starts_on_idx" ON "policy_param"("code", "starts_on");

-- CreateIndex
CREATE INDEX "policy_param_union_id_idx" ON "policy_param"("union_id");

-- CreateIndex
CREATE UNIQUE INDEX "ruling_number_key" ON "ruling"("number");

-- CreateIndex
CREATE INDEX "verdict_union_id_subject_kind_subject_id_idx" ON "verdict"("union_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "verdict_finding_rule_id_severity_judged_on_idx" ON "verdict_finding"("rule_id", "severity", "judged_on");

-- CreateIndex
CREATE INDEX "verdict_finding_union_id_idx" ON "verdict_finding"("union_id");

-- CreateIndex
CREATE UNIQUE INDEX "spending_document_voucher_id_key" ON "spending_document"("voucher_id");

-- CreateIndex
CREATE INDEX "spending_document_union_id_state_id_idx" ON "spending_document"("union_id", "state", "id");

-- CreateIndex
CREATE INDEX "spending_document_union_id_type_occurred_on_idx" ON "spending_document"("union_id", "type", "occurred_on");

-- CreateIndex
CREATE UNIQUE INDEX "spending_document_union_id_number_key" ON "spending_document"("union_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "spending_document_union_id_import_key_key" ON "spending_document"("union_id", "import_key");

-- CreateIndex
CREATE INDEX "spending_line_union_id_idx" ON "spending_line"("union_id");

-- CreateIndex
CREATE UNIQUE INDEX "spending_line_document_id_line_number_key" ON "spending_line"("document_id", "line_number");

-- CreateIndex
CREATE INDEX "spending_person_union_id_worker_id_idx" ON "spending_person"("union_id", "worker_id");

-- CreateIndex
CREATE UNIQUE INDEX "spending_person_document_id_worker_id_key" ON "spending_person"("document_id", "worker_id");

-- CreateIndex
CREATE INDEX "spending_step_document_id_idx" ON "spending_step"("document_id");

-- CreateIndex
CREATE INDEX "spending_step_union_id_idx" ON "spending_step"("union_id");

-- CreateIndex
CREATE INDEX "invoice_use_union_id_idx" ON "invoice_use"("union_id");

-- CreateIndex
CREATE INDEX "invoice_use_document_id_idx" ON "invoice_use"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "trade_union_name_key" ON "trade_union"("name");

-- CreateIndex
CREATE UNIQUE INDEX "trade_union_credit_code_key" ON "trade_union"("credit_code");

-- CreateIndex
CREATE INDEX "trade_union_parent_id_idx" ON "trade_union"("parent_id");

-- CreateIndex
CREATE INDEX "trade_union_path_idx" ON "trade_union" USING GIN ("path");

-- CreateIndex
CREATE INDEX "opening_fact_union_id_year_code_idx" ON "opening_fact"("union_id", "year", "code");

-- CreateIndex
CREATE UNIQUE INDEX "worker_person_id_key" ON "worker"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "worker_card_hash_key" ON "worker"("card_hash");

-- CreateIndex
CREATE INDEX "worker_union_id_name_pinyin_id_idx" ON "worker"("union_id", "name_pinyin", "id");

-- CreateIndex
CREATE INDEX "worker_mobile_hash_idx" ON "worker"("mobile_hash");

-- CreateIndex
CREATE INDEX "membership_union_id_starts_on_ends_on_idx" ON "membership"("union_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "membership_worker_id_idx" ON "membership"("worker_id");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_reservation" ADD CONSTRAINT "budget_reservation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "spending_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "voucher"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_voucher_id_union_id_fkey" FOREIGN KEY ("voucher_id", "union_id") REFERENCES "voucher"("id", "union_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_finding" ADD CONSTRAINT "verdict_finding_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_line" ADD CONSTRAINT "spending_line_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "spending_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_person" ADD CONSTRAINT "spending_person_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "spending_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_step" ADD CONSTRAINT "spending_step_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "spending_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_use" ADD CONSTRAINT "invoice_use_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "spending_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trade_union" ADD CONSTRAINT "trade_union_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "trade_union"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_worker_id_fkey" FOREIGN KEY ("worker_id") REFERENCES "worker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
