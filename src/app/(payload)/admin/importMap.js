import { Panel as Panel_d6a3f1cfbe278be9e577fe726c66ad69 } from '../../../../plugins/workflow/admin/Panel'
import { KeepTyped as KeepTyped_3f3c5634f919cb4cab3e51965535876b } from '../../../../plugins/workflow/admin/KeepTyped'
import { OriginalText as OriginalText_eae6cdc0dcc90b0c68614316d26f07cd } from '../../../../collections/components/OriginalText'
import { PrintedNumber as PrintedNumber_c209d55f3e9f0b008b7ea09ce3e0c8f3 } from '../../../../collections/components/PrintedNumber'
import { DateCell as DateCell_35877aefb36da69eb1f7fe0ab4340118 } from '../../../../collections/components/DateCell'
import { DateText as DateText_52f1e9d2ff48185f2dde438ac2a5f0dd } from '../../../../collections/components/DateText'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PastedText as PastedText_db27b102068032863ab2bd7591749474 } from '../../../../collections/components/PastedText'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TaskGroupLabel as TaskGroupLabel_466c83dbcd0c21bdd2e67a777fa727ce } from '../../../../collections/components/TaskGroupLabel'
import { ScanWarning as ScanWarning_66f5a56dd38a7b17193e452935dea401 } from '../../../../collections/components/ScanWarning'
import { PointingHere as PointingHere_3e535f12032a4473644911b76a82f587 } from '../../../../collections/components/PointingHere'
import { StateCell as StateCell_e0c4e1092e6750c89411bd51d6c6e0ca } from '../../../../plugins/workflow/admin/StateCell'
import { InstantCell as InstantCell_eddaf86167cb008c0f3b68105138ae8b } from '../../../../src/repairs/vietnamTimes/InstantCell'
import { HeaderTimes as HeaderTimes_a3ca3a719d97eed9f6d7871f3ea959a7 } from '../../../../src/repairs/vietnamTimes/HeaderTimes'
import { UnseenChanges as UnseenChanges_0cdf4a01406970cc1fe8a2334655278d } from '../../../../src/repairs/openForms/UnseenChanges'
import { KeptMarks as KeptMarks_a3c2344927c1679b9932c6a36c0e59da } from '../../../../src/repairs/openForms/KeptMarks'
import { EmptiedLists as EmptiedLists_dea4ed17b45c14bce1f09d290eb28d6f } from '../../../../src/repairs/openForms/EmptiedLists'
import { Versions as Versions_c71600bd37f865043aa77a0749e4660a } from '../../../../plugins/workflow/admin/versions/Versions'
import { Comparison as Comparison_1e804cc2088212076e133d11a8e3f531 } from '../../../../plugins/workflow/admin/versions/Comparison'
import { RoyaltyExport as RoyaltyExport_99f5aa0383ef72e590e56a03cf7640a0 } from '../../../../collections/components/RoyaltyExport'
import { Standing as Standing_c303d6bd3eda25a21c8086003d515fb3 } from '../../../../plugins/webhooks/admin/Standing'
import { WordCell as WordCell_60c7f52517f03c8582df16bef66535c1 } from '../../../../plugins/publications/admin/WordCell'
import { DocumentCell as DocumentCell_1390a01e15c902d113738fd0cffa8f85 } from '../../../../plugins/workflow/admin/DocumentCell'
import { EndDelegation as EndDelegation_f708a58fab3235759dec32cd981b421f } from '../../../../plugins/workflow/admin/EndDelegation'
import { InstantField as InstantField_f9b928948949cfdf6c5d16600b698c1e } from '../../../../plugins/workflow/admin/InstantField'
import { Icon as Icon_ad65581e1662618e95f43b3e7b00dced } from '../../../../collections/components/Brand'
import { Logo as Logo_ad65581e1662618e95f43b3e7b00dced } from '../../../../collections/components/Brand'
import { FindBox as FindBox_86425c2109a67a1a35f0ab99e2bcfe68 } from '../../../../collections/components/FindBox'
import { OfficeInNav as OfficeInNav_e5519fed6a778bbbfc0530ead6aa4e19 } from '../../../../plugins/workflow/admin/office/OfficeInNav'
import { BatchInNav as BatchInNav_6eac7a69353a8cbad8c765af7d54cd9f } from '../../../../plugins/workflow/admin/batch/BatchInNav'
import { ReportInNav as ReportInNav_3f1f5f8bae44b7073287e7bdf00ab857 } from '../../../../plugins/workflow/admin/report/ReportInNav'
import { TrailInNav as TrailInNav_4ee0e38e1034dfc2647e25ef7c7f6ff2 } from '../../../../plugins/workflow/admin/trail/TrailInNav'
import { DeskInNav as DeskInNav_f53a9b87aa5b72268bcd03f074d890c4 } from '../../../../plugins/digest/admin/desk/DeskInNav'
import { MailLink as MailLink_05ee408cdafbf83c3ef2b281b1095fce } from '../../../../plugins/digest/admin/MailLink'
import { CopyNotice as CopyNotice_288775001a43bd0840e06533aa8487c4 } from '../../../../plugins/instance/admin/CopyNotice'
import { Faults as Faults_25ed99f3300c6eca052066b6b52db2b6 } from '../../../../plugins/publications/admin/Faults'
import { UnreadReports as UnreadReports_3900366e8978466b9ba9713a880e7323 } from '../../../../plugins/digest/admin/UnreadReports'
import { TasksInNav as TasksInNav_0dde76f7a8af3eb85d54dc164aed473b } from '../../../../plugins/workflow/admin/TasksInNav'
import { FindBoxInNav as FindBoxInNav_86425c2109a67a1a35f0ab99e2bcfe68 } from '../../../../collections/components/FindBox'
import { Look as Look_a0823f51a44b7851a13d9fe87f24bc6c } from '../../../../plugins/workflow/admin/Look'
import { Accessible as Accessible_e2500c22a2c37d0f8de6902c0904bb6e } from '../../../../src/repairs/admin/Accessible'
import { Home as Home_91a679afe09dc395a7a0dfc6f536a15f } from '../../../../plugins/workflow/admin/home/Home'
import { BatchView as BatchView_4e790f9850f9afbcc3d463fb56bbcac8 } from '../../../../plugins/workflow/admin/batch/BatchView'
import { OfficeView as OfficeView_8971cd33cf9661bb54579fb99239e1c7 } from '../../../../plugins/workflow/admin/office/OfficeView'
import { ReportView as ReportView_112df3d78db4ace8d9ecdda8f7074867 } from '../../../../plugins/workflow/admin/report/ReportView'
import { TrailView as TrailView_1ec5cf49fcc416115df892d83e966455 } from '../../../../plugins/workflow/admin/trail/TrailView'
import { ReviewView as ReviewView_b4e95ad9ddd8b02e29005e833ed46ca7 } from '../../../../plugins/workflow/admin/review/ReviewView'
import { DeskView as DeskView_10862e64120654f0531868b3329945af } from '../../../../plugins/digest/admin/desk/DeskView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/plugins/workflow/admin/Panel#Panel": Panel_d6a3f1cfbe278be9e577fe726c66ad69,
  "/plugins/workflow/admin/KeepTyped#KeepTyped": KeepTyped_3f3c5634f919cb4cab3e51965535876b,
  "/collections/components/OriginalText#OriginalText": OriginalText_eae6cdc0dcc90b0c68614316d26f07cd,
  "/collections/components/PrintedNumber#PrintedNumber": PrintedNumber_c209d55f3e9f0b008b7ea09ce3e0c8f3,
  "/collections/components/DateCell#DateCell": DateCell_35877aefb36da69eb1f7fe0ab4340118,
  "/collections/components/DateText#DateText": DateText_52f1e9d2ff48185f2dde438ac2a5f0dd,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/collections/components/PastedText#PastedText": PastedText_db27b102068032863ab2bd7591749474,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/collections/components/TaskGroupLabel#TaskGroupLabel": TaskGroupLabel_466c83dbcd0c21bdd2e67a777fa727ce,
  "/collections/components/ScanWarning#ScanWarning": ScanWarning_66f5a56dd38a7b17193e452935dea401,
  "/collections/components/PointingHere#PointingHere": PointingHere_3e535f12032a4473644911b76a82f587,
  "/plugins/workflow/admin/StateCell#StateCell": StateCell_e0c4e1092e6750c89411bd51d6c6e0ca,
  "/src/repairs/vietnamTimes/InstantCell#InstantCell": InstantCell_eddaf86167cb008c0f3b68105138ae8b,
  "/src/repairs/vietnamTimes/HeaderTimes#HeaderTimes": HeaderTimes_a3ca3a719d97eed9f6d7871f3ea959a7,
  "/src/repairs/openForms/UnseenChanges#UnseenChanges": UnseenChanges_0cdf4a01406970cc1fe8a2334655278d,
  "/src/repairs/openForms/KeptMarks#KeptMarks": KeptMarks_a3c2344927c1679b9932c6a36c0e59da,
  "/src/repairs/openForms/EmptiedLists#EmptiedLists": EmptiedLists_dea4ed17b45c14bce1f09d290eb28d6f,
  "/plugins/workflow/admin/versions/Versions#Versions": Versions_c71600bd37f865043aa77a0749e4660a,
  "/plugins/workflow/admin/versions/Comparison#Comparison": Comparison_1e804cc2088212076e133d11a8e3f531,
  "/collections/components/RoyaltyExport#RoyaltyExport": RoyaltyExport_99f5aa0383ef72e590e56a03cf7640a0,
  "/plugins/webhooks/admin/Standing#Standing": Standing_c303d6bd3eda25a21c8086003d515fb3,
  "/plugins/publications/admin/WordCell#WordCell": WordCell_60c7f52517f03c8582df16bef66535c1,
  "/plugins/workflow/admin/DocumentCell#DocumentCell": DocumentCell_1390a01e15c902d113738fd0cffa8f85,
  "/plugins/workflow/admin/EndDelegation#EndDelegation": EndDelegation_f708a58fab3235759dec32cd981b421f,
  "/plugins/workflow/admin/InstantField#InstantField": InstantField_f9b928948949cfdf6c5d16600b698c1e,
  "/collections/components/Brand#Icon": Icon_ad65581e1662618e95f43b3e7b00dced,
  "/collections/components/Brand#Logo": Logo_ad65581e1662618e95f43b3e7b00dced,
  "/collections/components/FindBox#FindBox": FindBox_86425c2109a67a1a35f0ab99e2bcfe68,
  "/plugins/workflow/admin/office/OfficeInNav#OfficeInNav": OfficeInNav_e5519fed6a778bbbfc0530ead6aa4e19,
  "/plugins/workflow/admin/batch/BatchInNav#BatchInNav": BatchInNav_6eac7a69353a8cbad8c765af7d54cd9f,
  "/plugins/workflow/admin/report/ReportInNav#ReportInNav": ReportInNav_3f1f5f8bae44b7073287e7bdf00ab857,
  "/plugins/workflow/admin/trail/TrailInNav#TrailInNav": TrailInNav_4ee0e38e1034dfc2647e25ef7c7f6ff2,
  "/plugins/digest/admin/desk/DeskInNav#DeskInNav": DeskInNav_f53a9b87aa5b72268bcd03f074d890c4,
  "/plugins/digest/admin/MailLink#MailLink": MailLink_05ee408cdafbf83c3ef2b281b1095fce,
  "/plugins/instance/admin/CopyNotice#CopyNotice": CopyNotice_288775001a43bd0840e06533aa8487c4,
  "/plugins/publications/admin/Faults#Faults": Faults_25ed99f3300c6eca052066b6b52db2b6,
  "/plugins/digest/admin/UnreadReports#UnreadReports": UnreadReports_3900366e8978466b9ba9713a880e7323,
  "/plugins/workflow/admin/TasksInNav#TasksInNav": TasksInNav_0dde76f7a8af3eb85d54dc164aed473b,
  "/collections/components/FindBox#FindBoxInNav": FindBoxInNav_86425c2109a67a1a35f0ab99e2bcfe68,
  "/plugins/workflow/admin/Look#Look": Look_a0823f51a44b7851a13d9fe87f24bc6c,
  "/src/repairs/admin/Accessible#Accessible": Accessible_e2500c22a2c37d0f8de6902c0904bb6e,
  "/plugins/workflow/admin/home/Home#Home": Home_91a679afe09dc395a7a0dfc6f536a15f,
  "/plugins/workflow/admin/batch/BatchView#BatchView": BatchView_4e790f9850f9afbcc3d463fb56bbcac8,
  "/plugins/workflow/admin/office/OfficeView#OfficeView": OfficeView_8971cd33cf9661bb54579fb99239e1c7,
  "/plugins/workflow/admin/report/ReportView#ReportView": ReportView_112df3d78db4ace8d9ecdda8f7074867,
  "/plugins/workflow/admin/trail/TrailView#TrailView": TrailView_1ec5cf49fcc416115df892d83e966455,
  "/plugins/workflow/admin/review/ReviewView#ReviewView": ReviewView_b4e95ad9ddd8b02e29005e833ed46ca7,
  "/plugins/digest/admin/desk/DeskView#DeskView": DeskView_10862e64120654f0531868b3329945af,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
