-- The desk is asked on every page. Who sees the whole district is not narrowed by a union, so what waits is found by
-- its state and by the person; archived documents, which are nearly all of them, stand in neither index.
create index spending_document_open_idx on spending_document (state, id) where state <> 'ARCHIVED';
create index spending_document_claimant_idx on spending_document (claimant_id, id) where state <> 'ARCHIVED';
create index spending_document_recorder_idx on spending_document (recorded_by_id, id) where state <> 'ARCHIVED';
-- Papers are looked up by their record; the union comes from the wall alone.
create index attachment_subject_idx on attachment (subject_kind, subject_id);
