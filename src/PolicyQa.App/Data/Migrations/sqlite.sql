CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Accounts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "Created" INTEGER NOT NULL,
    "Disabled" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_Accounts_Key" ON "Accounts" ("Key");

CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "AccountId" INTEGER NOT NULL,
    "Created" INTEGER NOT NULL,
    "LastSeen" INTEGER NOT NULL,
    CONSTRAINT "FK_Sessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Sessions_AccountId" ON "Sessions" ("AccountId");

CREATE TABLE "SetupLinks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SetupLinks" PRIMARY KEY,
    "AccountId" INTEGER NULL,
    "Expires" INTEGER NOT NULL
);

CREATE TABLE "FailedSignIns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FailedSignIns" PRIMARY KEY,
    "Failures" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    "LockedUntil" INTEGER NULL
);

CREATE TABLE "MachineKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MachineKeys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Administers" INTEGER NOT NULL,
    "Created" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Revoked" INTEGER NULL
);

CREATE UNIQUE INDEX "IX_MachineKeys_Hash" ON "MachineKeys" ("Hash");

CREATE TABLE "Audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Did" TEXT NOT NULL,
    "About" TEXT NOT NULL
);

CREATE INDEX "IX_Audit_At" ON "Audit" ("At");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('202611270830_SignIn', '10.0.15');

CREATE TABLE "Progress" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Progress" PRIMARY KEY AUTOINCREMENT,
    "RowId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Link" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Department" TEXT NOT NULL,
    "Said" TEXT NOT NULL
);

CREATE INDEX "IX_Progress_RowId" ON "Progress" ("RowId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('202611270900_Progress', '10.0.15');

CREATE TABLE "Groups" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Groups" PRIMARY KEY AUTOINCREMENT,
    "Text" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Refused" INTEGER NOT NULL,
    "Disliked" INTEGER NOT NULL,
    "FirstSeen" INTEGER NOT NULL,
    "LastSeen" INTEGER NOT NULL,
    "Channels" TEXT NOT NULL,
    "HasNews" INTEGER NOT NULL
);

CREATE INDEX "IX_Groups_State_LastSeen" ON "Groups" ("State", "LastSeen");

CREATE TABLE "Wordings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Wordings" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    "LastSeen" INTEGER NOT NULL,
    "Confirmed" INTEGER NOT NULL,
    CONSTRAINT "FK_Wordings_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Wordings_Key" ON "Wordings" ("Key");

CREATE INDEX "IX_Wordings_GroupId" ON "Wordings" ("GroupId");

CREATE TABLE "Votes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Votes" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Question" TEXT NOT NULL,
    "Useful" INTEGER NOT NULL
);

CREATE INDEX "IX_Votes_At" ON "Votes" ("At");

CREATE TABLE "ReviewedAnswers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewedAnswers" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Office" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Suspended" TEXT NULL,
    CONSTRAINT "FK_ReviewedAnswers_Groups_GroupId" FOREIGN KEY ("GroupId") REFERENCES "Groups" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_ReviewedAnswers_GroupId" ON "ReviewedAnswers" ("GroupId");

CREATE TABLE "ReviewedCitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewedCitations" PRIMARY KEY AUTOINCREMENT,
    "AnswerId" INTEGER NOT NULL,
    "ArticleId" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Excerpt" TEXT NOT NULL,
    CONSTRAINT "FK_ReviewedCitations_ReviewedAnswers_AnswerId" FOREIGN KEY ("AnswerId") REFERENCES "ReviewedAnswers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ReviewedCitations_AnswerId" ON "ReviewedCitations" ("AnswerId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('202611270930_Questions', '10.0.15');

